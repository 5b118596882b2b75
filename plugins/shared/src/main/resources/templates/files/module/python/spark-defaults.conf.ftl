spark.master ${python.spark.master}
spark.driver.host ${python.spark.driverHost}
<#if python.spark.driverStartPort??>
spark.driver.port ${python.spark.driverStartPort}
</#if>
<#if python.spark.portMaxRetries??>
spark.port.maxRetries ${python.spark.portMaxRetries}
</#if>
<#if python.spark.blockManagerStartPort??>
spark.blockManager.port ${python.spark.blockManagerStartPort}
spark.driver.bindAddress 0.0.0.0
</#if>
<#if python.spark.pysparkPython??>
spark.pyspark.python ${python.spark.pysparkPython}
spark.pyspark.driver.python python
</#if>
