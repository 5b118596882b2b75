ip: fateflow
port: 9380
log_directory: /fml_manager/Examples/Pipeline/logs
