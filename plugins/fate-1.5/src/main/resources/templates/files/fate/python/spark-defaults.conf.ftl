spark.master ${python.spark.master}
spark.driver.host fateflow
