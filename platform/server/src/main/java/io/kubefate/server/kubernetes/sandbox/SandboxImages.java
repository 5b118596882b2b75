package io.kubefate.server.kubernetes.sandbox;

/** Decides the outcome of containers by image, since the sandbox runs none. */
public interface SandboxImages {

    /** The outcome of a container. */
    enum Outcome {
        /** It starts, and ends successfully if it belongs to a Job. */
        STARTS,
        /** Its image cannot be pulled. */
        CANNOT_BE_PULLED,
        /** It starts and never ends, even if it belongs to a Job. */
        NEVER_ENDS
    }

    /** Returns the outcome of containers of an image, named as in the pod template. */
    Outcome outcome(String image);

    /** Registers a listener for changed outcomes. */
    void onChange(Runnable listener);

    /** Returns images whose containers all start. */
    static SandboxImages available() {
        return new SandboxImages() {
            @Override
            public Outcome outcome(String image) {
                return Outcome.STARTS;
            }

            @Override
            public void onChange(Runnable listener) {
                // Nothing changes.
            }
        };
    }
}
