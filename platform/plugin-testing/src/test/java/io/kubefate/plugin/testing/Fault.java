package io.kubefate.plugin.testing;

import io.kubefate.spi.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One thing wrong with a distribution, the test that finds it and what it says. */
enum Fault {
    // objects
    UNPARSABLE_TEMPLATE(
            Contract.COMBINATIONS,
            "template store.yaml.ftl",
            edit("templates/store.yaml.ftl", "</#if>\n      containers", "\n      containers")),
    MISSING_TEMPLATE(
            Contract.COMBINATIONS,
            "files/nowhere.ftl",
            edit("templates/store.yaml.ftl", "file(\"create.sql\")", "file(\"nowhere\")")),
    ABSENT_VALUE(
            Contract.COMBINATIONS,
            "store.absent",
            edit("templates/store.yaml.ftl", "${store.size}", "${store.absent}")),
    NO_YAML(
            Contract.COMBINATIONS,
            "template store.yaml.ftl: invalid YAML",
            edit("templates/store.yaml.ftl", "spec:\n  accessModes", "spec\n  accessModes")),
    OTHER_NAMESPACE(
            Contract.COMBINATIONS,
            "is in another namespace: kube-system",
            edit(
                    "templates/store.yaml.ftl",
                    "name: store-login\nstringData",
                    "name: store-login\n  namespace: kube-system\nstringData")),
    CLUSTER_SCOPED(
            Contract.COMBINATIONS,
            "is cluster-scoped",
            edit("templates/store.yaml.ftl", "kind: Secret", "kind: ClusterRole")),
    UNKNOWN_CLUSTER_SCOPED(
            Contract.COMBINATIONS,
            "is not namespaced",
            edit("templates/store.yaml.ftl", "kind: Secret", "kind: ClusterThing")),
    MADE_TWICE(
            Contract.COMBINATIONS,
            "Secret/web-config is duplicated",
            edit(
                    "templates/store.yaml.ftl",
                    "name: store-login\nstringData",
                    "name: web-config\n---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: web-config\nstringData")),
    BAD_NAME(
            Contract.COMBINATIONS,
            "Service metadata.name: \"Web_1\" is not a valid name",
            edit(
                    "templates/web.yaml.ftl",
                    "kind: Service\nmetadata:\n  name: web",
                    "kind: Service\nmetadata:\n  name: Web_1")),
    BAD_LABEL(
            Contract.COMBINATIONS,
            "\"party id\": 9999 is not a valid label",
            edit(
                    "templates/web.yaml.ftl",
                    "labels: ${json(labels)}\nspec:\n  selector:\n    match",
                    "labels: {party id: 9999}\nspec:\n  selector:\n    match")),
    ANNOTATION_NO_TEXT(
            Contract.COMBINATIONS,
            "is not a valid annotation",
            edit("templates/web.yaml.ftl", "labels: ${json(labels)}\ndata", "annotations: {port: 80}\ndata")),
    FOREIGN_SELECTOR(
            Contract.COMBINATIONS,
            "does not select its own pods",
            edit(
                    "templates/web.yaml.ftl",
                    "matchLabels: ${json({\"module\": \"web\"}",
                    "matchLabels: ${json({\"module\": \"www\"}")),
    GREEDY_SELECTOR(
            Contract.COMBINATIONS,
            "also selects the pods of Deployment/web",
            edit(
                    "templates/store.yaml.ftl",
                    "matchLabels: ${json({\"module\": \"store\"} + selector)}",
                    "matchLabels: ${json(selector)}")),
    SERVICE_OF_NOBODY(
            Contract.COMBINATIONS,
            "Service/web spec.selector",
            edit(
                    "templates/web.yaml.ftl",
                    "spec:\n  selector: ${json({\"module\": \"web\"}",
                    "spec:\n  selector: ${json({\"module\": \"www\"}")),
    DEAF_TARGET_PORT(
            Contract.COMBINATIONS,
            "target port 3306/TCP is not a port",
            edit("templates/store.yaml.ftl", "containerPort: 3306", "containerPort: 3307")),
    DEAF_NAMED_PORT(
            Contract.COMBINATIONS,
            "target port \"http\"/TCP is not a port",
            edit("templates/web.yaml.ftl", "- name: http", "- name: web")),
    OTHER_PROTOCOL(
            Contract.COMBINATIONS,
            "target port 3306/UDP",
            edit("templates/store.yaml.ftl", "protocol: TCP", "protocol: UDP")),
    PORT_OUT_OF_RANGE(
            Contract.COMBINATIONS,
            "70000 is not a number from 1",
            edit(
                    "templates/store.yaml.ftl",
                    "containerPort: 3306",
                    "containerPort: 3306\n            - containerPort: 70000")),
    UNNAMED_PORTS(
            Contract.COMBINATIONS,
            "ports need names",
            edit("templates/store.yaml.ftl", "- port: 3306", "- port: 3307\n      targetPort: 3306\n    - port: 3306")),
    BAD_QUANTITY(
            Contract.COMBINATIONS,
            "\"1 GB\" is not a quantity",
            edit("templates/store.yaml.ftl", "memory: 1Gi", "memory: 1 GB")),
    BAD_CLAIM_SIZE(
            Contract.COMBINATIONS,
            "\"big\" is not a quantity",
            edit("templates/store.yaml.ftl", "${store.size}", "big")),
    NUMBER_AS_VARIABLE(
            Contract.COMBINATIONS,
            "env PARTY: 9999 is not text",
            edit("templates/web.yaml.ftl", "${partyId?c}", "${partyId}")),
    UNDECLARED_VOLUME(
            Contract.COMBINATIONS,
            "no volume is named \"logs\"",
            edit(
                    "templates/web.yaml.ftl",
                    "- name: config\n              mountPath",
                    "- name: logs\n              mountPath")),
    MOUNTED_OVER(
            Contract.COMBINATIONS,
            "its own absolute mountPath",
            edit("templates/store.yaml.ftl", "mountPath: /conf", "mountPath: /data")),
    CONTAINER_TWICE(
            Contract.COMBINATIONS,
            "another container of the pod has this name",
            edit(
                    "templates/store.yaml.ftl",
                    "      containers:",
                    "      initContainers:\n        - {name: store, image: \"x:1\"}\n      containers:")),
    KEY_NO_TEXT(
            Contract.COMBINATIONS,
            "the key 3306 is not text",
            edit("templates/store.yaml.ftl", "stringData:", "annotations:\n    3306: a\nstringData:")),
    NULL_FIELD(
            Contract.COMBINATIONS,
            "has no value",
            edit("templates/store.yaml.ftl", "spec:\n  accessModes", "spec:\n  volumeName:\n  accessModes")),
    FILE_NO_TEXT(
            Contract.COMBINATIONS,
            "data.web.properties: is not text",
            edit("templates/web.yaml.ftl", "${file(\"web.properties\")}", "1")),
    REFUSED_MODULE(
            Contract.COMBINATIONS,
            "module store: the rules reject",
            draft -> draft.with("example.yaml", "[web, store]", "[web]")
                    .withRules(spec -> spec.hasModule("store") ? List.of(Problem.error("modules", "no")) : List.of())),
    // references
    DANGLING_CONFIG(
            Contract.REFERENCES,
            "Deployment/web names ConfigMap/conf, which no template creates",
            edit(
                    "templates/web.yaml.ftl",
                    "configMap:\n            name: web-config",
                    "configMap:\n            name: conf")),
    DANGLING_SECRET(
            Contract.REFERENCES,
            "Secret/login",
            edit(
                    "templates/store.yaml.ftl",
                    "name: store-login\n                  key",
                    "name: login\n                  key")),
    DANGLING_SECRET_KEY(
            Contract.REFERENCES,
            "the key pass of Secret/store-login",
            edit("templates/store.yaml.ftl", "key: password", "key: pass")),
    DANGLING_CLAIM(
            Contract.REFERENCES,
            "PersistentVolumeClaim/other",
            edit("templates/store.yaml.ftl", "existingClaim!\"store\"", "existingClaim!\"other\"")),
    DANGLING_ACCOUNT(
            Contract.REFERENCES,
            "ServiceAccount/robot",
            edit("templates/store.yaml.ftl", "    spec:\n<#if", "    spec:\n      serviceAccountName: robot\n<#if")),
    DANGLING_FILE(
            Contract.REFERENCES,
            "mounts the file app.properties of ConfigMap/web-config",
            edit("templates/web.yaml.ftl", "subPath: web.properties", "subPath: app.properties")),
    DANGLING_BACKEND(
            Contract.REFERENCES,
            "Ingress/page names Service/page",
            edit("templates/web.yaml.ftl", "---\napiVersion: apps/v1", """
                ---
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: page}
                spec:
                  rules:
                    - http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: page, port: {number: 8080}}}}]}
                ---
                apiVersion: apps/v1\
                """)),
    DEAF_BACKEND(
            Contract.REFERENCES,
            "Ingress/page refers to the port {number=81} of Service/web",
            edit("templates/web.yaml.ftl", "---\napiVersion: apps/v1", """
                ---
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: page}
                spec:
                  rules:
                    - http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 81}}}}]}
                ---
                apiVersion: apps/v1\
                """)),
    WRONG_PORT_IN_A_FILE(
            Contract.REFERENCES,
            "store:3307 is not a port of Service/store",
            edit("templates/files/web.properties.ftl", "store:3306", "store:3307")),
    WRONG_HOST_IN_A_FILE(
            Contract.REFERENCES,
            "the host db.small-1.svc is not a Service",
            edit("templates/files/web.properties.ftl", "store:3306", "db.small-1.svc:3306")),
    // users' values
    OPEN_TEXT(
            Contract.HOSTILE,
            "in web.greeting",
            edit("templates/files/web.properties.ftl", "${web.greeting}", "${web.greeting?no_esc}")),
    SPLIT_TEXT(
            Contract.HOSTILE,
            "in web.greeting",
            edit(
                    "templates/files/routes.json.ftl",
                    "\"default\"",
                    "\"say\": [<#list web.greeting?split(\",\") as part>${part}<#sep>, </#list>], \"default\"")),
    SPLIT_WORDS(
            Contract.HOSTILE,
            "in store.schema",
            draft -> draft.with(
                    "templates/files/start.sh.ftl",
                    "--schema ${store.schema}",
                    "<#list store.schema?split(\" \") as word>${word} </#list>")),
    SQL_BY_VALUE(
            Contract.HOSTILE,
            "in store.schema",
            draft -> draft.with(
                    "templates/files/create.sql.ftl",
                    "${store.schema});",
                    "${store.schema}<#if store.schema?contains(\"'\")>, 'x'</#if>);")),
    TEXT_BECOMES_NUMBER(
            Contract.HOSTILE,
            "in web.greeting",
            edit(
                    "templates/files/routes.json.ftl",
                    "\"default\"",
                    "\"say\": <#if web.greeting == \"1e3\">1000<#else>${web.greeting}</#if>, \"default\"")),
    CONTROL_CHARACTER(
            Contract.HOSTILE,
            "a\\u0007b\" in web.greeting: it is accepted, and then",
            edit("schema.json", "^[^\\\\u0000-\\\\u001f\\\\u007f-", "^[^\\\\u0000-\\\\u0006\\\\u007f-")),
    ENDLESS_NAME(
            Contract.HOSTILE,
            "is not a valid name for this kind",
            draft -> draft.with("schema.json", "\"maxLength\": 100, ", "")
                    .with("templates/store.yaml.ftl", "<#if !store.existingClaim??>", "<#if store.existingClaim??>")
                    .with(
                            "templates/store.yaml.ftl",
                            "PersistentVolumeClaim\nmetadata:\n  name: store",
                            "PersistentVolumeClaim\nmetadata:\n  name: ${store.existingClaim}")
                    .with("templates/store.yaml.ftl", "existingClaim!\"store\"", "existingClaim!\"x\"")),
    EXPANDED_BY_KUBERNETES(
            Contract.HOSTILE,
            "with \"$(HOSTNAME)\" in web.greeting",
            edit("templates/web.yaml.ftl", "?replace(\"$\", \"$$\")", "")),
    CHOSEN_KEY(
            Contract.HOSTILE,
            "in web.nodeSelector.(key)",
            edit(
                    "schema.json",
                    "\"propertyNames\": {\"pattern\": \"^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$\"},",
                    "")),
    CHOSEN_KEY_UNQUOTED(
            Contract.HOSTILE,
            "in web.parties.(key)",
            edit(
                    "templates/files/routes.json.ftl",
                    "${party}:",
                    "<#if party?contains(\"\\\"\")>\"x\": 1,</#if> ${party}:")),
    // schema
    NO_DESCRIPTION(
            Contract.DESCRIPTIONS,
            "web.greeting: has no description",
            edit("schema.json", ", \"description\": \"What it says.\"", "")),
    BAD_DEFAULT(
            Contract.DEFAULTS,
            "store.size: rejects its own default 1 GB",
            edit("schema.json", "\"default\": \"1Gi\"", "\"default\": \"1 GB\"")),
    OPEN_SCHEMA(
            Contract.UNKNOWN_KEYS,
            "the whole file: accepts an unknown key",
            edit(
                    "schema.json",
                    "\"type\": \"object\",\n"
                            + "  \"additionalProperties\": false,\n"
                            + "  \"required\": [\"name\", \"namespace\"",
                    "\"type\": \"object\",\n  \"required\": [\"name\", \"namespace\"")),
    OPEN_MAP(
            Contract.UNKNOWN_KEYS,
            "store: accepts an unknown key",
            edit(
                    "schema.json",
                    "\"description\": \"The store.\",\n      \"additionalProperties\": false,",
                    "\"description\": \"The store.\",")),
    UNKNOWN_MODULE(
            Contract.AGREEMENT,
            "modules() has store, which the schema rejects",
            draft -> draft.with("schema.json", "[\"web\", \"store\"]", "[\"web\"]")
                    .with("example.yaml", "[web, store]", "[web]")),
    ANY_MODULE(
            Contract.AGREEMENT,
            "accepts a module that modules() does not have",
            edit("schema.json", "{\"enum\": [\"web\", \"store\"], ", "{\"type\": \"string\", ")),
    UNTRIED_KEY(
            Contract.TRIED,
            "web.code: found no value",
            edit(
                    "schema.json",
                    "\"greeting\": {",
                    "\"code\": {\"type\": \"string\", \"pattern\": \"^#[A-F]{6}$\", \"description\": \"A colour.\"},\n"
                            + "        \"greeting\": {")),
    BAD_EXAMPLE(Contract.EXAMPLE, "web.greting: unknown key", edit("example.yaml", "greeting", "greting")),
    WARNED_EXAMPLE(
            Contract.EXAMPLE,
            "example.yaml web.greeting: is old",
            draft -> draft.withRules(spec -> List.of(Problem.warning("web.greeting", "is old")))),
    // code
    THROWING_RULE(
            Contract.RANDOM,
            "validate threw java.lang.NumberFormatException",
            draft -> draft.withRules(spec -> {
                spec.text("store", "size")
                        .ifPresent(size -> Integer.parseInt(size.replace("Gi", "")
                                .concat(spec.text("web", "password")
                                        .map(text -> "x")
                                        .orElse(""))));
                return List.of();
            })),
    THROWING_MODEL(
            Contract.RANDOM,
            "schema and rules accept the file, then",
            draft -> draft.withModel((spec, model) -> {
                if (((Map<?, ?>) model.get("store")).containsKey("existingClaim")
                        && ((Map<?, ?>) model.get("web")).containsKey("password")) {
                    throw new IllegalStateException("both");
                }
                return model;
            })),
    OBJECT_IN_MODEL(Contract.PLAIN, "model.random is java.util.Random", adding("random", new Random(1))),
    NULL_IN_MODEL(Contract.PLAIN, "model.nothing is null", adding("nothing", null)),
    CLOCK(
            Contract.STEADY,
            "templates/web.yaml.ftl: ${.now?string.yyyy}",
            edit(
                    "templates/web.yaml.ftl",
                    "name: web-config\n  labels",
                    "name: web-config\n  annotations: {year: ${.now?string.yyyy}}\n  labels")),
    RANDOM_VALUE(
            Contract.STEADY,
            "two renderings with different locale",
            draft -> draft.withModel((spec, model) -> put(model, "partyId", new Random().nextInt(1_000_000)))),
    MACHINE_LOCALE(
            Contract.STEADY,
            "two renderings with different locale",
            draft -> draft.withModel((spec, model) -> put(model, "registry", String.format("x%,d/", 123456)))),
    ORDER(
            Contract.ORDER,
            "the order of keys changes the objects",
            edit(
                    "templates/files/web.properties.ftl",
                    "store=",
                    "parties=<#list web.parties as party, address>${party} </#list>\nstore=")),
    NULL_IS_NOT_ABSENT(
            Contract.ABSENCE,
            "renders differently without a value and when absent",
            draft -> draft.withModel(
                            (spec, model) -> put(model, "partyId", spec.values().containsKey("store") ? 1 : 2))
                    .with("example.yaml", "web:", "store: {size: 2Gi}\nweb:")),
    // defaults
    DEFAULT_UNLIKE_THE_SCHEMA(
            Contract.MODEL_DEFAULTS,
            "store.size: the default in the schema is \"1Gi\", but the model of a minimal file has \"2Gi\"",
            draft -> draft.withModel((spec, model) -> put(
                    model, "store", Map.of("size", spec.text("store", "size").orElse("2Gi"))))),
    // annotations
    PARTY_PORT_OF_NO_PORT(
            Contract.COMBINATIONS,
            "Service/web annotation kubefate.io/party-port: \"9370\" is not the number or name of a port",
            edit(
                    "templates/web.yaml.ftl",
                    "  labels: ${json(labels)}\nspec:\n  selector: ${json(",
                    "  labels: ${json(labels)}\n"
                            + "  annotations:\n"
                            + "    kubefate.io/party-port: \"9370\"\n"
                            + "spec:\n"
                            + "  selector: ${json(")),
    DATA_VOLUME_OF_NO_VOLUME(
            Contract.COMBINATIONS,
            "Deployment/store annotation kubefate.io/data-volumes: \"files\" is not a volume of its pods",
            edit(
                    "templates/store.yaml.ftl",
                    "  name: store\nspec:\n  selector:\n    matchLabels",
                    "  name: store\n"
                            + "  annotations:\n"
                            + "    kubefate.io/data-volumes: data,files\n"
                            + "spec:\n"
                            + "  selector:\n"
                            + "    matchLabels")),
    LIVE_VOLUME_OF_DATA(
            Contract.COMBINATIONS,
            "Deployment/store annotation kubefate.io/live-volumes: \"data\" is not a volume of a ConfigMap or Secret",
            edit(
                    "templates/store.yaml.ftl",
                    "  name: store\nspec:\n  selector:\n    matchLabels",
                    "  name: store\n"
                            + "  annotations:\n"
                            + "    kubefate.io/live-volumes: config,data\n"
                            + "spec:\n"
                            + "  selector:\n"
                            + "    matchLabels")),
    SIDECAR_OF_NO_CONTAINER(
            Contract.COMBINATIONS,
            "Deployment/store annotation kubefate.io/sidecars: \"agent\" is not a container of its pods",
            edit(
                    "templates/store.yaml.ftl",
                    "  name: store\nspec:\n  selector:\n    matchLabels",
                    "  name: store\n"
                            + "  annotations:\n"
                            + "    kubefate.io/sidecars: agent\n"
                            + "spec:\n"
                            + "  selector:\n"
                            + "    matchLabels")),
    INITIAL_VARIABLE_OF_NO_CONTAINER(
            Contract.COMBINATIONS,
            "Deployment/store annotation kubefate.io/initial-variables: \"USER\" is not a variable of its containers",
            edit(
                    "templates/store.yaml.ftl",
                    "  name: store\nspec:\n  selector:\n    matchLabels",
                    "  name: store\n"
                            + "  annotations:\n"
                            + "    kubefate.io/initial-variables: PASSWORD,USER\n"
                            + "spec:\n"
                            + "  selector:\n"
                            + "    matchLabels")),
    // checks
    CHECK_NOWHERE(
            Contract.CHECKS,
            "no pod of module web has a container nginx",
            draft -> draft.withChecks(spec -> TestRelease.reaching(spec, "nginx", "look at it"))),
    CHECK_TWICE(
            Contract.CHECKS,
            "checks() has \"web reaches store\" twice",
            draft -> draft.withChecks(spec -> Stream.concat(
                            TestRelease.reaching(spec, "web", "look").stream(),
                            TestRelease.reaching(spec, "web", "look").stream())
                    .toList())),
    CHECK_WITHOUT_REMEDY(
            Contract.CHECKS,
            "has no remedy",
            draft -> draft.withChecks(spec -> TestRelease.reaching(spec, "web", " "))),
    // federation
    PARTY_WITHOUT_NUMBER(
            Contract.FEDERATION,
            "federation() has the party ID \"one\"",
            draft -> draft.withFederation(spec -> TestRelease.member(spec, "one", "web", 8080))),
    GATEWAY_WITHOUT_SERVICE(
            Contract.FEDERATION,
            "the cluster has no Service gate",
            draft -> draft.withFederation(spec -> TestRelease.member(spec, "9999", "gate", 8080))),
    ROUTE_TO_NO_PORT(
            Contract.FEDERATION,
            "0 is not a port",
            draft -> draft.withFederation(spec -> TestRelease.member(spec, "9999", "web", 0))),
    // images
    OWN_REGISTRY(
            Contract.IMAGES,
            "Deployment/store, container store: image docker.io/store:1.0",
            edit("templates/store.yaml.ftl", "${registry + \"store:1.0\"}", "docker.io/store:1.0")),
    NO_PULL_SECRET(
            Contract.IMAGES,
            "Deployment/web pod spec.imagePullSecrets",
            edit("templates/web.yaml.ftl", "imagePullSecrets: ${json(pullSecrets)}", "restartPolicy: Always")),
    NO_PULL_POLICY(
            Contract.IMAGES,
            "Deployment/web, container web: imagePullPolicy is absent",
            edit("templates/web.yaml.ftl", "          imagePullPolicy: ${pullPolicy}\n", "")),
    NO_REGISTRY_KEY(
            Contract.IMAGES,
            "with pullPolicy: Always",
            edit("schema.json", "\"pullPolicy\": {\"enum\": [\"Always\", ", "\"pullPolicy\": {\"enum\": [")),
    // golden files

    // upgrades
    REFUSED_UPGRADE(
            Contract.UPGRADES,
            "upgrade() refuses the upgrade from small v0.8.0 to small v1.0.0",
            draft -> draft.withFrom("v0.8.0")),
    STEP_WITHOUT_JOB(
            Contract.UPGRADES,
            "must be a batch/v1 Job or a PersistentVolumeClaim, not Pod/migrate",
            edit("templates/migrate.yaml.ftl", "kind: Job", "kind: Pod")),
    STEP_THAT_LOSES_ITS_LOG(
            Contract.UPGRADES,
            "Job/migrate: a step must have restartPolicy: Never",
            edit("templates/migrate.yaml.ftl", "restartPolicy: Never", "restartPolicy: OnFailure")),
    STEP_THAT_A_SERVICE_SELECTS(
            Contract.UPGRADES,
            "also selects the pods of Job/migrate",
            edit("templates/migrate.yaml.ftl", "{\"step\": \"migrate\"}", "{\"module\": \"web\"}")),
    STEP_FROM_ANOTHER_REGISTRY(
            Contract.IMAGES,
            "Job/migrate, container migrate: image store-tools:1.0 does not come from the registry",
            edit("templates/migrate.yaml.ftl", "registry + ", "")),
    CHANGED_OBJECTS(Contract.GOLDEN, "-Dgolden.write=true", edit("templates/web.yaml.ftl", "web:1.0", "web:1.1"));

    private final String test;
    private final String message;
    private final UnaryOperator<TestRelease> change;

    Fault(String test, String message, UnaryOperator<TestRelease> change) {
        this.test = test;
        this.message = message;
        this.change = change;
    }

    /** {@return the name of the contract's test that finds it} */
    String test() {
        return test;
    }

    /** {@return a part of what that test says} */
    String message() {
        return message;
    }

    TestRelease draft() {
        return change.apply(TestRelease.good());
    }

    private static UnaryOperator<TestRelease> edit(String file, String old, String other) {
        return draft -> draft.with(file, old, other);
    }

    private static UnaryOperator<TestRelease> adding(String key, Object value) {
        return draft -> draft.withModel((spec, model) -> put(model, key, value));
    }

    private static Map<String, Object> put(Map<String, Object> model, String key, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(model);
        changed.put(key, value);
        return changed;
    }

    /** The contract's tests. */
    private static final class Contract {
        static final String COMBINATIONS = "everyCombinationOfModulesRendersObjectsThatFitTogether";
        static final String REFERENCES = "whatAnObjectRefersToExistsWhenAllModulesAreOn";
        static final String HOSTILE = "noTextOfAClusterYamlLeavesItsScalar";
        static final String DESCRIPTIONS = "itsSchemaDescribesEveryKey";
        static final String DEFAULTS = "itsSchemaAcceptsItsOwnDefaults";
        static final String UNKNOWN_KEYS = "itsSchemaRefusesKeysThatItDoesNotKnow";
        static final String AGREEMENT = "itsSchemaKnowsItsReleasesAndModules";
        static final String TRIED = "everyKeyOfItsSchemaCanBeTried";
        static final String EXAMPLE = "itsExampleIsAcceptedWithoutAWarning";
        static final String RANDOM = "whateverTheSchemaAcceptsIsCheckedAndRendered";
        static final String PLAIN = "theModelHoldsPlainData";
        static final String STEADY = "renderingTwiceGivesTheSameWhereverItIsDone";
        static final String ORDER = "theOrderOfKeysMakesNoDifference";
        static final String ABSENCE = "aKeyWithoutAValueCountsAsAbsent";
        static final String MODEL_DEFAULTS = "theModelHasTheDefaultsOfItsSchema";
        static final String CHECKS = "itsChecksAreOfContainersThatTheClusterHas";
        static final String FEDERATION = "itsFederationIsThatOfTheCluster";
        static final String IMAGES = "imagesComeFromTheRegistryWithItsLoginAndPullPolicy";
        static final String UPGRADES = "upgradesRunJobsThatTheHostCanWaitFor";
        static final String GOLDEN = "goldenFilesMatch";
    }
}
