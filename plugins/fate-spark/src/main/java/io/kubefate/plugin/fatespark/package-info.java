/** FATE 1.5.0 on Spark, HDFS, RabbitMQ and nginx. */
package io.kubefate.plugin.fatespark;
