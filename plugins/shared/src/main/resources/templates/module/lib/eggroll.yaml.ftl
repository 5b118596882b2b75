<#-- Containers of EggRoll's Java programs. -->
<#macro protobuf>
            - name: PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION
              value: python
</#macro>
<#macro languageModels>
            - name: HUGGINGFACE_HUB_CACHE
              value: /data/projects/fate/llm
</#macro>
<#macro properties>
            - name: eggroll-confs
              mountPath: /data/projects/fate/eggroll/conf/eggroll.properties
              subPath: eggroll.properties
</#macro>
