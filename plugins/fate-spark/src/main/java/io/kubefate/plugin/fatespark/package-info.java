/** FATE 1.5.0 on Spark, HDFS, RabbitMQ and nginx. */
@NullMarked
package io.kubefate.plugin.fatespark;

import org.jspecify.annotations.NullMarked;
