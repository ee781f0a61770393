package dev.gatewayz.spring.guide;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What the examples of docs/spring.md are part of. */
@SpringBootApplication
class Application {}
