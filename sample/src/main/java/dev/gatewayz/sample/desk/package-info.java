/**
 * A service with a page: an analyst's desk at an earnings call. {@link
 * dev.gatewayz.sample.desk.Desk} starts it; {@link dev.gatewayz.sample.desk.DeskAnalyst} are its
 * prompts; an {@code Answer} brings what they bring to a browser; {@code Metrics} hears what
 * becomes of all calls, and a {@code MetricsFeed} shows it to all browsers.
 */
@NullMarked
package dev.gatewayz.sample.desk;

import org.jspecify.annotations.NullMarked;
