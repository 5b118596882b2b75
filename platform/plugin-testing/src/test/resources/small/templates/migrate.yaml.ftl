apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
  labels: ${json(labels)}
spec:
  template:
    metadata:
      labels: ${json({"step": "migrate"} + selector)}
    spec:
      restartPolicy: Never
<#if pullSecrets?has_content>
      imagePullSecrets: ${json(pullSecrets)}
</#if>
      containers:
        - name: migrate
          image: ${registry + "store-tools:1.0"}
          imagePullPolicy: ${pullPolicy}
          command: ["store-migrate", "--to", "1.0"]
