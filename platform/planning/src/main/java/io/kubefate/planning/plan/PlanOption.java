package io.kubefate.planning.plan;

/** What a user allows a plan to do, beyond what is safe. */
public enum PlanOption {
    /** Delete and create an object that cannot be changed in place, even if it holds data ({@code --recreate}). */
    RECREATE,
    /** Delete claims that are no longer desired, with their data ({@code --purge}). */
    PURGE,
    /** Replace objects of another owner, and take over its claims with their data ({@code --cover}). */
    REPLACE_FOREIGN,
    /** Carry the plan out although preflight rules fail ({@code --force}). Makes no other plan. */
    FORCE
}
