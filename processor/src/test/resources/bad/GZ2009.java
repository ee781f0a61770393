package fixtures;

import dev.gatewayz.*;
import dev.gatewayz.annotation.*;
import dev.gatewayz.chat.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.stream.*;
import org.jspecify.annotations.Nullable;

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface Haikus {
  @GatewayzPrompt("{{user name}}")
  String space(String name);

  @GatewayzPrompt("{{}}")
  String empty();

  @GatewayzPrompt("{{a..b}}")
  String dots(String a);

  @GatewayzPrompt("{{#if rhyme}}Rhyme.{{/if}}")
  String condition(boolean rhyme);

  @GatewayzPrompt("{{#each lines}}{{this}}{{/each}}")
  String loop(List<String> lines);

  @GatewayzPrompt("Answer as {{\"a\": 1}}")
  String json();

  @GatewayzPrompt("{{#lines}}{{../topic}}{{@index}}{{/lines}}")
  String outer(List<String> lines, String topic);
}

@GatewayzClient(model = "gatewayz/openai/gpt-4o-mini")
interface NearMiss {
  @GatewayzPrompt("{{#a.b-c}}{{.}}{{/a.b-c}} {\"a\": {}}")
  String write(Map<String, String> a);
}
//! 13:19 error: [GZ2009] {{user name}} does not name a value. A tag holds one name, of letters, digits, "_" and "-" with dots between them. For braces as text, change the delimiters first: {{=<% %>=}}
//!     template 1:1 | {{user name}}
//!                  | ^^^^^^^^^^^^^
//! 16:19 error: [GZ2009] {{}} does not name a value. Write a name between the delimiters.
//!     template 1:1 | {{}}
//!                  | ^^^^
//! 19:19 error: [GZ2009] {{a..b}} does not name a value. A tag holds one name, of letters, digits, "_" and "-" with dots between them. For braces as text, change the delimiters first: {{=<% %>=}}
//!     template 1:1 | {{a..b}}
//!                  | ^^^^^^^^
//! 22:19 error: [GZ2009] {{#if rhyme}} does not name a value. Write {{#rhyme}}...{{/rhyme}}.
//!     template 1:1 | {{#if rhyme}}Rhyme.{{/if}}
//!                  | ^^^^^^^^^^^^^
//! 25:19 error: [GZ2009] {{#each lines}} does not name a value. Write {{#lines}}...{{/lines}}, and {{.}} for each element.
//!     template 1:1 | {{#each lines}}{{this}}{{/each}}
//!                  | ^^^^^^^^^^^^^^^
//! 28:19 error: [GZ2009] {{"a": 1}} does not name a value. A tag holds one name, of letters, digits, "_" and "-" with dots between them. For braces as text, change the delimiters first: {{=<% %>=}}
//!     template 1:11 | Answer as {{"a": 1}}
//!                   |           ^^^^^^^^^^
//! 31:19 error: [GZ2009] {{../topic}} does not name a value. Names from outside are visible inside a section: write {{topic}}.
//!     template 1:11 | {{#lines}}{{../topic}}{{@index}}{{/lines}}
//!                   |           ^^^^^^^^^^^^
//! 31:19 error: [GZ2009] {{@index}} does not name a value. Mustache has no loop variables. Put what you need into the elements.
//!     template 1:23 | {{#lines}}{{../topic}}{{@index}}{{/lines}}
//!                   |                       ^^^^^^^^^^
