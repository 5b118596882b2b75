package io.kubefate.planning.preflight;

import static io.kubefate.planning.preflight.PodSecurityLevel.BASELINE;
import static io.kubefate.planning.preflight.PodSecurityLevel.RESTRICTED;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.PodTemplate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A control of the Pod Security Standards (kubernetes.io, "Pod Security Standards"), without those for Windows and SELinux.
 *
 * @param name the field or the feature that it controls
 * @param level the lowest level that has the control
 * @param violated whether pods of a template violate it
 */
record PodSecurityControl(String name, PodSecurityLevel level, Predicate<PodTemplate> violated) {

    private static final String SECURITY = "securityContext";

    private static final Set<String> BASELINE_CAPABILITIES = Set.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");

    private static final Set<String> SAFE_SYSCTLS = Set.of(
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.ip_local_reserved_ports",
            "net.ipv4.ip_unprivileged_port_start",
            "net.ipv4.ping_group_range",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_intvl",
            "net.ipv4.tcp_keepalive_probes",
            "net.ipv4.tcp_keepalive_time",
            "net.ipv4.tcp_syncookies");

    private static final Set<String> RESTRICTED_VOLUMES = Set.of(
            "configMap",
            "csi",
            "downwardAPI",
            "emptyDir",
            "ephemeral",
            "image",
            "persistentVolumeClaim",
            "projected",
            "secret");

    private static final Set<String> SECCOMP_PROFILES = Set.of("RuntimeDefault", "Localhost");

    private static final List<PodSecurityControl> ALL = List.of(
            new PodSecurityControl("host namespaces", BASELINE, PodSecurityControl::sharesHost),
            new PodSecurityControl(
                    "privileged containers",
                    BASELINE,
                    pod -> anyContainer(pod, security -> isTrue(security.get("privileged")))),
            new PodSecurityControl("capabilities", BASELINE, pod -> adds(pod, BASELINE_CAPABILITIES)),
            new PodSecurityControl(
                    "hostPath volumes",
                    BASELINE,
                    pod -> volumes(pod).anyMatch(volume -> volume.containsKey("hostPath"))),
            new PodSecurityControl("host ports", BASELINE, PodSecurityControl::usesHostPorts),
            new PodSecurityControl(
                    "procMount",
                    BASELINE,
                    pod -> anyContainer(
                            pod,
                            security -> !text(security, "procMount", "Default").equals("Default"))),
            new PodSecurityControl(
                    "seccompProfile",
                    BASELINE,
                    pod -> contexts(pod).anyMatch(security -> seccomp(security).equals("Unconfined"))),
            new PodSecurityControl("sysctls", BASELINE, PodSecurityControl::setsUnsafeSysctls),
            new PodSecurityControl(
                    "volume types",
                    RESTRICTED,
                    pod -> volumes(pod)
                            .anyMatch(volume -> volume.keySet().stream()
                                    .anyMatch(key -> !key.equals("name") && !RESTRICTED_VOLUMES.contains(key)))),
            new PodSecurityControl(
                    "allowPrivilegeEscalation",
                    RESTRICTED,
                    pod -> anyContainer(
                            pod, security -> !Boolean.FALSE.equals(security.get("allowPrivilegeEscalation")))),
            new PodSecurityControl(
                    "runAsNonRoot",
                    RESTRICTED,
                    pod -> anyContainer(
                            pod,
                            security -> !isTrue(security.getOrDefault(
                                    "runAsNonRoot", ofPod(pod).getOrDefault("runAsNonRoot", false))))),
            new PodSecurityControl(
                    "runAsUser",
                    RESTRICTED,
                    pod -> contexts(pod).anyMatch(security -> "0".equals(text(security, "runAsUser", "")))),
            new PodSecurityControl(
                    "seccompProfile",
                    RESTRICTED,
                    pod -> anyContainer(pod, security -> !hasSeccompProfile(pod, security))),
            new PodSecurityControl("capabilities", RESTRICTED, PodSecurityControl::keepsCapabilities));

    /** Returns the names of the controls of a level, and of those below, that pods of a template violate. */
    static List<String> violated(PodTemplate pod, PodSecurityLevel level) {
        return ALL.stream()
                .filter(control -> control.level.compareTo(level) <= 0)
                .filter(control -> control.violated.test(pod))
                .map(PodSecurityControl::name)
                .distinct()
                .toList();
    }

    private static boolean sharesHost(PodTemplate pod) {
        return Stream.of("hostNetwork", "hostPID", "hostIPC")
                .anyMatch(key -> isTrue(pod.podSpec().get(key)));
    }

    private static boolean usesHostPorts(PodTemplate pod) {
        return pod.containers()
                .flatMap(container -> maps(container.get("ports")))
                .anyMatch(port -> !text(port, "hostPort", "0").equals("0"));
    }

    private static boolean setsUnsafeSysctls(PodTemplate pod) {
        return maps(ofPod(pod).get("sysctls")).anyMatch(sysctl -> !SAFE_SYSCTLS.contains(text(sysctl, "name", "")));
    }

    private static boolean adds(PodTemplate pod, Set<String> allowed) {
        return anyContainer(pod, security -> !allowed.containsAll(capabilities(security, "add")));
    }

    private static boolean keepsCapabilities(PodTemplate pod) {
        return adds(pod, Set.of("NET_BIND_SERVICE"))
                || anyContainer(pod, security -> !capabilities(security, "drop").contains("ALL"));
    }

    private static List<String> capabilities(Map<String, Object> security, String key) {
        return Manifest.map(security, "capabilities").get(key) instanceof Collection<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static boolean anyContainer(PodTemplate pod, Predicate<Map<String, Object>> condition) {
        return pod.containers()
                .map(container -> Manifest.map(container, SECURITY))
                .anyMatch(condition);
    }

    /** Returns the security contexts of the pod and of its containers. */
    private static Stream<Map<String, Object>> contexts(PodTemplate pod) {
        return Stream.concat(Stream.of(pod.podSpec()), pod.containers()).map(parent -> Manifest.map(parent, SECURITY));
    }

    private static Map<String, Object> ofPod(PodTemplate pod) {
        return Manifest.map(pod.podSpec(), SECURITY);
    }

    private static boolean hasSeccompProfile(PodTemplate pod, Map<String, Object> security) {
        String own = seccomp(security);
        return SECCOMP_PROFILES.contains(own.isEmpty() ? seccomp(ofPod(pod)) : own);
    }

    private static String seccomp(Map<String, Object> security) {
        return text(Manifest.map(security, "seccompProfile"), "type", "");
    }

    private static Stream<Map<String, Object>> volumes(PodTemplate pod) {
        return maps(pod.podSpec().get("volumes"));
    }

    @SuppressWarnings("unchecked") // JSON maps have string keys
    private static Stream<Map<String, Object>> maps(@Nullable Object items) {
        return items instanceof Collection<?> list
                ? list.stream().filter(Map.class::isInstance).map(item -> (Map<String, Object>) item)
                : Stream.empty();
    }

    private static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value);
    }

    private static String text(Map<String, Object> map, String key, String otherwise) {
        return Objects.toString(map.get(key), otherwise);
    }
}
