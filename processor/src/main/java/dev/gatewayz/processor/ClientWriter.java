package dev.gatewayz.processor;

import com.palantir.javapoet.ClassName;
import dev.gatewayz.processor.emit.Beans;
import dev.gatewayz.processor.emit.CatalogueEmitter;
import dev.gatewayz.processor.emit.ClientEmitter;
import dev.gatewayz.processor.emit.FakeEmitter;
import dev.gatewayz.processor.emit.NativeImageEmitter;
import dev.gatewayz.processor.emit.SourceWriter;
import dev.gatewayz.processor.model.Client;
import dev.gatewayz.processor.model.ModelCatalogue;
import dev.gatewayz.processor.report.Finding;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.report.Result;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Writes all that is generated for an interface. */
final class ClientWriter {
  private static final Beans NO_BEANS = new Beans(Optional.empty(), Optional.empty());

  private final Elements elements;
  private final SourceWriter writer;
  private final Component component;
  private final ModelCatalogue models;
  private final boolean fakes;
  private boolean saidMissing;

  ClientWriter(Elements elements, Filer filer, ProcessorOptions options) {
    this.elements = elements;
    this.writer = new SourceWriter(filer);
    this.component = options.component();
    this.models = options.models();
    this.fakes = options.fakes();
  }

  Findings write(Client client, TypeElement type) {
    String interfaceName = client.declaration().name();
    String className = client.declaration().implementation().simpleName();
    try {
      Result<Beans> beans = beans();
      writer.write(ClientEmitter.emit(client, beans.value().orElse(NO_BEANS)), type);
      if (client.broken().isEmpty()) {
        writer.write(CatalogueEmitter.path(client), CatalogueEmitter.emit(client, models), type);
        writer.write(NativeImageEmitter.path(client), NativeImageEmitter.emit(client), type);
      }
      if (fakes) {
        className = FakeEmitter.name(client.declaration()).simpleName();
        writer.write(FakeEmitter.emit(client), type);
      }
      return beans.findings();
    } catch (FilerException e) {
      return Findings.of(Message.NAME_TAKEN, Origin.of(type), interfaceName, className);
    } catch (IOException e) {
      return Findings.of(Message.WRITE_FAILED, Origin.of(type), interfaceName, e.toString());
    }
  }

  private Result<Beans> beans() {
    Optional<ClassName> annotation = component.onClass();
    if (annotation.isEmpty() || elements.getTypeElement(annotation.get().canonicalName()) != null) {
      return Result.of(new Beans(annotation, component.onConstructor()));
    }
    if (saidMissing) {
      return Result.none(Findings.NONE);
    }
    saidMissing = true;
    Finding missing =
        Finding.of(Message.NO_COMPONENT, component.optionName(), annotation.get().canonicalName());
    return Result.none(new Findings(List.of(missing)));
  }
}
