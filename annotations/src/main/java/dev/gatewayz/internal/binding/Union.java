package dev.gatewayz.internal.binding;

import java.util.List;

/**
 * What JSON says of a type whose values are each of one of several others.
 *
 * @param discriminator the name of the member that says of which, before all others
 * @param variants the other types, under what that member says of them
 */
public record Union(String discriminator, List<Property> variants) {

  /** Copies the list. */
  public Union {
    variants = List.copyOf(variants);
  }

  /** What a variant has beside the discriminator, which may be the name of a getter of it, too. */
  public List<Property> members(Property variant) {
    return variant.type().data().stream()
        .filter(member -> !member.name().equals(discriminator))
        .toList();
  }
}
