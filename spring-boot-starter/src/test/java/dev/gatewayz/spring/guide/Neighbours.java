package dev.gatewayz.spring.guide;

import dev.gatewayz.spring.Oracle;
import org.springframework.context.annotation.Bean;

/** What other interfaces on the class path need. */
class Neighbours {

  @Bean
  Oracle.Weather weather() {
    return new Oracle.Weather("sunny");
  }
}
