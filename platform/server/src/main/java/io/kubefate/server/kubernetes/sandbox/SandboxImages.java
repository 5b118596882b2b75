package io.kubefate.server.kubernetes.sandbox;

/** Decides what becomes of the containers of an image, since the sandbox runs none. */
public interface SandboxImages {

    /** What becomes of a container. */
    enum Outcome {
        /** It starts, and ends with success if it belongs to a Job. */
        STARTS,
        /** Its image cannot be pulled. */
        CANNOT_BE_PULLED,
        /** It starts and never ends, even if it belongs to a Job. */
        NEVER_ENDS
    }

    /** Returns the outcome of containers of an image, named as in the pod template. */
    Outcome outcome(String image);

    /** Registers what is called after an outcome has changed. */
    void onChange(Runnable listener);

    /** Returns images that all start. */
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
