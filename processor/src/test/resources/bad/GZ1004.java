package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Haikus<T> {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(T topic);
}

interface Base<T> {
  @GatewayzPrompt("Write a haiku about {{topic}}.")
  String write(T topic);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss extends Base<String> {}
//! 11:1 error: [GZ1004] "Haikus" has the type parameter "T", and a client needs concrete types. Move @GatewayzClient to an interface that extends "Haikus" with the types you mean.
