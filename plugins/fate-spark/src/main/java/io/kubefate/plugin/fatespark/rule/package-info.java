/** Rules of FATE on Spark, in addition to those of the release. */
package io.kubefate.plugin.fatespark.rule;
