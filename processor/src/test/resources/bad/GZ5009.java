package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.annotation.Pattern;
import dev.gatewayz.annotation.Size;
import jakarta.validation.constraints.*;
import java.math.BigDecimal;
import java.util.*;
import java.util.concurrent.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Analyst {
  @GatewayzPrompt("Write.")
  Brief brief();

  record Brief(
      @Range(min = 5, max = 1) int low,
      @Range int free,
      @Size(min = 9, max = 8) String title,
      @Size(min = -1) String other,
      @Pattern("[a-") String code,
      @Size String unbounded) {}

  @GatewayzPrompt("Write.")
  Contrary contrary();

  record Contrary(
      @Min(5) @Max(4) int apart,
      @DecimalMin("0.2") @DecimalMax("0.8") int between,
      @Positive @Negative double sign,
      @DecimalMin(value = "1", inclusive = false) @DecimalMax("1") BigDecimal open,
      @Range(min = 300) byte large,
      @NotEmpty @Size(max = 0) List<String> none,
      @NotBlank @Size(max = 0) String blank,
      @jakarta.validation.constraints.Size.List({
            @jakarta.validation.constraints.Size(min = 3),
            @jakarta.validation.constraints.Size(max = 2)
          })
          String repeated) {}
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("Write.")
  Brief brief();

  record Brief(
      @Range(min = 5, max = 5) int low,
      @Size(max = 0) String title,
      @Pattern("[a-]") String code,
      @DecimalMin("0.2") @DecimalMax("0.8") double between,
      @PositiveOrZero @NegativeOrZero int zero,
      @Min.List({@Min(2), @Min(3)}) @Max(3) int three) {}
}
//! 19:36 error: [GZ5009] @Range of "Analyst.Brief.low" is not possible: its least is above its most.
//! 20:18 error: [GZ5009] @Range of "Analyst.Brief.free" is not possible: it sets no bound.
//! 21:38 error: [GZ5009] @Size of "Analyst.Brief.title" is not possible: its least is above its most.
//! 22:30 error: [GZ5009] @Size of "Analyst.Brief.other" is not possible: it is negative.
//! 23:30 error: [GZ5009] @Pattern of "Analyst.Brief.code" is not possible: "[a-" is no regular expression: Illegal character range.
//! 24:20 error: [GZ5009] @Size of "Analyst.Brief.unbounded" is not possible: it sets no bound.
//! 30:27 error: [GZ5009] @Max of "Analyst.Contrary.apart" is not possible: no such number is left.
//! 31:49 error: [GZ5009] @DecimalMax of "Analyst.Contrary.between" is not possible: no such number is left.
//! 32:34 error: [GZ5009] @Negative of "Analyst.Contrary.sign" is not possible: no such number is left.
//! 33:79 error: [GZ5009] @DecimalMax of "Analyst.Contrary.open" is not possible: no such number is left.
//! 34:30 error: [GZ5009] @Range of "Analyst.Contrary.large" is not possible: no such number is left.
//! 35:45 error: [GZ5009] @NotEmpty of "Analyst.Contrary.none" is not possible: with the others, nothing is long enough and short enough.
//! 36:39 error: [GZ5009] @NotBlank of "Analyst.Contrary.blank" is not possible: with the others, nothing is long enough and short enough.
//! 41:18 error: [GZ5009] @Size of "Analyst.Contrary.repeated" is not possible: with the others, nothing is long enough and short enough.
