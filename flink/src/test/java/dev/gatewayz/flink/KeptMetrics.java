package dev.gatewayz.flink;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Where Flink reports metrics to in tests: kept beyond the end of their jobs. */
public final class KeptMetrics implements MetricReporterFactory, MetricReporter {
  private static final ConcurrentMap<String, Metric> METRICS = new ConcurrentHashMap<>();

  /** A metric of a subtask of an operator, by its name within the group {@code gatewayz}. */
  static Number value(JobID job, String operator, int subtask, String name) {
    Metric metric = METRICS.get(id(job.toHexString(), operator, subtask + "", name));
    if (metric instanceof Counter counter) {
      return counter.getCount();
    }
    if (metric instanceof Gauge<?> gauge) {
      return (Number) gauge.getValue();
    }
    throw new AssertionError(operator + " has no " + name + ".");
  }

  private static String id(String job, String operator, String subtask, String name) {
    return job + "/" + operator + "/" + subtask + "/" + name;
  }

  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    return this;
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    if (group.getMetricIdentifier(name).endsWith("gatewayz." + name)) {
      Map<String, String> of = group.getAllVariables();
      METRICS.put(
          id(of.get("<job_id>"), of.get("<operator_name>"), of.get("<subtask_index>"), name),
          metric);
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}

  @Override
  public void open(MetricConfig config) {}

  @Override
  public void close() {}
}
