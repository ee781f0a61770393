/** What a user writes on prompt interfaces. Depends on nothing, holds no behaviour. */
module dev.gatewayz.annotation {
  exports dev.gatewayz.annotation;
}
