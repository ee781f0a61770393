package dev.gatewayz.spring;

import dev.gatewayz.Gatewayz;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Registers a client for each of {@code gatewayz.gateways}, and a bean for each prompt interface
 * that has none.
 */
final class PromptBeans implements BeanDefinitionRegistryPostProcessor {
  /** The bean that knows all prompts; ahead of time it is written down with what it has found. */
  static final String NAMES = "gatewayzPromptNames";

  private final Environment environment;

  PromptBeans(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
    if (registry.containsBeanDefinition(NAMES)
        || !(registry instanceof ConfigurableListableBeanFactory beans)) {
      return;
    }
    ClassLoader loader = beans.getBeanClassLoader();
    PromptNames prompts =
        PromptNames.on(loader == null ? PromptBeans.class.getClassLoader() : loader);
    registry.registerBeanDefinition(NAMES, names(prompts));
    for (String gateway : gateways()) {
      if (!registry.containsBeanDefinition(gateway)) {
        registry.registerBeanDefinition(gateway, client(gateway));
      }
    }
    for (String promptInterface : prompts.interfaces()) {
      register(promptInterface, prompts, registry, beans);
    }
  }

  private static BeanDefinition names(PromptNames prompts) {
    RootBeanDefinition definition = new RootBeanDefinition(PromptNames.class);
    definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
    definition
        .getConstructorArgumentValues()
        .addIndexedArgumentValue(0, List.copyOf(prompts.interfaces()));
    return definition;
  }

  private Set<String> gateways() {
    return bound("gatewayz.gateways").keySet();
  }

  private Map<String, Object> bound(String name) {
    return Binder.get(environment)
        .bind(name, Bindable.mapOf(String.class, Object.class))
        .orElse(Map.of());
  }

  private static BeanDefinition client(String gateway) {
    RootBeanDefinition definition = new RootBeanDefinition(Gatewayz.class);
    definition.setFactoryBeanName(GatewayzAutoConfiguration.CLIENTS);
    definition.setFactoryMethodName("client");
    definition.getConstructorArgumentValues().addGenericArgumentValue(gateway);
    // Closed with all others, when nothing uses it any more.
    definition.setDestroyMethodName("");
    definition.setDefaultCandidate(false);
    return definition;
  }

  /** Its short name; in full where another has that. */
  private static String nameOf(
      String promptInterface, PromptNames prompts, BeanDefinitionRegistry registry) {
    String simple = PromptNames.simpleName(promptInterface);
    String name = StringUtils.uncapitalizeAsProperty(simple);
    boolean isFree = prompts.isOnlyOne(simple) && !registry.containsBeanDefinition(name);
    return isFree ? name : promptInterface;
  }

  private void register(
      String promptInterface,
      PromptNames prompts,
      BeanDefinitionRegistry registry,
      ConfigurableListableBeanFactory beans) {
    ClassLoader loader = beans.getBeanClassLoader();
    Class<?> type = ClassUtils.resolveClassName(promptInterface, loader);
    if (beans.getBeanNamesForType(type, true, false).length > 0) {
      return;
    }
    RootBeanDefinition definition = new RootBeanDefinition(Gatewayz.implementationOf(type));
    definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
    gatewayOf(promptInterface)
        .ifPresent(
            gateway ->
                definition
                    .getConstructorArgumentValues()
                    .addIndexedArgumentValue(0, new RuntimeBeanReference(gateway)));
    registry.registerBeanDefinition(nameOf(promptInterface, prompts, registry), definition);
  }

  /** The gateway whose properties name the interface. */
  private Optional<String> gatewayOf(String promptInterface) {
    PromptNames only = new PromptNames(List.of(promptInterface));
    return gateways().stream()
        .filter(
            gateway ->
                bound("gatewayz.gateways." + gateway + ".prompts").keySet().stream()
                    .anyMatch(only::names))
        .findFirst();
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {}
}
