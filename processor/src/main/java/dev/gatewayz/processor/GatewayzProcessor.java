package dev.gatewayz.processor;

import com.google.auto.service.AutoService;
import dev.gatewayz.processor.check.CatalogueCheck;
import dev.gatewayz.processor.emit.ClientEmitter;
import dev.gatewayz.processor.lock.PromptLock;
import dev.gatewayz.processor.model.Client;
import dev.gatewayz.processor.read.ClassFiles;
import dev.gatewayz.processor.read.ClientReader;
import dev.gatewayz.processor.read.MissingTypeException;
import dev.gatewayz.processor.read.Resources;
import dev.gatewayz.processor.read.Round;
import dev.gatewayz.processor.report.Finding;
import dev.gatewayz.processor.report.Findings;
import dev.gatewayz.processor.report.Message;
import dev.gatewayz.processor.report.Origin;
import dev.gatewayz.processor.report.Reporter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Checks prompt interfaces and generates their clients.
 *
 * <p>In each round: collect interfaces, read each, check it, write its client. One that refers to
 * types that do not exist waits for the next round. A failure on one never keeps the others from
 * being generated.
 */
@AutoService(Processor.class)
public final class GatewayzProcessor extends AbstractProcessor {
  private final Map<String, Missing> waiting = new LinkedHashMap<>();
  private Reporter reporter;
  private ClientWriter writer;
  private Resources resources;
  private ClassFiles classFiles;
  private CatalogueCheck models;
  private Optional<PromptLock> lock = Optional.empty();
  private boolean claims;
  private boolean isOverridable;
  private Optional<Boolean> canRun = Optional.empty();

  /** Called by the compiler. */
  public GatewayzProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("dev.gatewayz.annotation.*", "dev.gatewayz.codegen.GatewayzGenerated");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return ProcessorOptions.ALL;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    reporter = new Reporter(environment.getMessager());
    ProcessorOptions options = ProcessorOptions.of(environment.getOptions());
    options.mistakes().forEach(reporter::print);
    writer = new ClientWriter(environment.getElementUtils(), environment.getFiler(), options);
    models = new CatalogueCheck(options.models());
    lock = options.lock();
    claims = options.claims();
    isOverridable = options.overrides();
    classFiles =
        new ClassFiles(
            environment.getFiler(),
            environment.getElementUtils(),
            environment.getTypeUtils(),
            reporter::isCompiled);
    resources = new Resources(environment.getFiler(), options.templates());
  }

  /**
   * All annotations that reach this processor are its own. It claims them, or else the compiler
   * would warn that nobody does.
   */
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    round.getRootElements().forEach(reporter::compiles);
    ClientReader reader =
        new ClientReader(
            new Round(
                processingEnv.getElementUtils(),
                processingEnv.getTypeUtils(),
                classFiles,
                round.processingOver()));
    if (round.processingOver()) {
      waiting.forEach((name, missing) -> reportMissing(name, missing, reader));
      return claims;
    }
    Map<String, TypeElement> interfaces = new LinkedHashMap<>();
    for (String name : waiting.keySet()) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
      if (type != null) {
        interfaces.put(name, type);
      }
    }
    waiting.clear();
    new Collector(annotations, round, reporter).collect(interfaces);
    if (!interfaces.isEmpty() && canRun.isEmpty()) {
      canRun = Optional.of(canRun());
    }
    interfaces.forEach((name, type) -> process(name, type, reader));
    return claims;
  }

  /** Whether there is a runtime for what is generated; if not, that is said. */
  private boolean canRun() {
    Optional<Finding> mistake =
        RuntimeFormats.check(processingEnv.getElementUtils(), ClientEmitter.FORMAT);
    mistake.ifPresent(reporter::print);
    return mistake.isEmpty();
  }

  private void process(String name, TypeElement type, ClientReader reader) {
    ClientPipeline pipeline = new ClientPipeline(type, reader, resources, models, isOverridable);
    Findings.Builder afterwards = new Findings.Builder();
    boolean isBroken = false;
    try {
      Optional<Client> client = pipeline.run();
      isBroken = client.filter(c -> !c.broken().isEmpty()).isPresent();
      if (client.isPresent()
          && canRun.orElse(false)
          && !pipeline.findings().have(Message.NOT_VISIBLE)) {
        afterwards.addAll(writer.write(client.get(), type));
        afterwards.addAll(reviewed(client.get(), type));
      }
    } catch (MissingTypeException e) {
      waiting.put(name, new Missing(e.missing(), message(e)));
      return;
    } catch (RuntimeException | StackOverflowError e) {
      afterwards.add(Failure.on(type, e));
    }
    reporter.print(pipeline.findings(), type);
    reporter.print(afterwards.build(), type);
    if (isBroken && !reporter.hasFailed()) {
      reporter.print(new Findings(List.of(Failure.unsaid(type))), type);
    }
  }

  /** How the prompts differ from those that were reviewed, if such are kept. */
  private Findings reviewed(Client client, TypeElement type) {
    return lock.isPresent() && client.broken().isEmpty()
        ? lock.get().check(client, Origin.of(type))
        : Findings.NONE;
  }

  /**
   * What an interface waits for.
   *
   * @param message what is said if it does not come
   */
  private record Missing(String name, Message message) {}

  /** The compiler itself says what does not exist where its own sources refer to it. */
  private Message message(MissingTypeException e) {
    if (e.isLomboks()) {
      return Message.NO_LOMBOK;
    }
    boolean isReported = e.place().filter(reporter::isCompiled).isPresent();
    return isReported ? Message.UNDEFINED_TYPE : Message.MISSING_CLASS;
  }

  private void reportMissing(String name, Missing missing, ClientReader reader) {
    TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
    if (type == null) {
      return;
    }
    ClientPipeline pipeline = new ClientPipeline(type, reader, resources, models, isOverridable);
    try {
      pipeline.run();
    } catch (RuntimeException | StackOverflowError e) {
      // What is missing is said below, and what was found before is worth saying.
    }
    Findings.Builder findings = new Findings.Builder().addAll(pipeline.findings());
    findings.add(missing.message, Origin.of(type), type.getSimpleName(), missing.name);
    reporter.print(findings.build(), type);
  }
}
