package fixtures;

import com.fasterxml.jackson.annotation.*;
import dev.gatewayz.annotation.*;
import java.util.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Users {
  @GatewayzPrompt("Name one.")
  User user();

  @GatewayzPrompt("Name one.")
  Other other();

  record User(String name, @JsonIgnore String password) {}

  @JsonIgnoreProperties("count")
  record Other(String name, int count) {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Name one.")
  User user();

  @JsonIgnoreProperties("count")
  record User(
      String name,
      @JsonIgnore @Nullable Thread password,
      OptionalInt count,
      @JsonIgnore(false) String town) {}
}
//! 16:47 error: [GZ5012] "Users.User.password" is ignored in JSON, so there is nothing to construct the record with. Make it @Nullable or Optional, or leave it out of the record.
//! 19:33 error: [GZ5012] "Users.Other.count" is ignored in JSON, so there is nothing to construct the record with. Make it @Nullable or Optional, or leave it out of the record.
