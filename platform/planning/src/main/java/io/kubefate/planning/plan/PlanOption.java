package io.kubefate.planning.plan;

/** Potentially destructive actions that a user allows. */
public enum PlanOption {
    /** Delete and create an object that cannot be changed in place, even if it holds data ({@code --recreate}). */
    RECREATE,
    /** Delete claims that are no longer desired, with their data ({@code --purge}). */
    PURGE,
    /** Replace objects of another owner, and take over its claims with their data ({@code --cover}). */
    REPLACE_FOREIGN,
    /** Take over the Helm release that has the name of the cluster, with its objects and data ({@code cluster adopt}). */
    ADOPT,
    /** Execute the plan although preflight rules fail ({@code --force}). Does not change the plan. */
    FORCE,
    /** Restart and delete pods with data that no claim keeps ({@code --accept-data-loss}). Does not change the plan. */
    ACCEPT_DATA_LOSS
}
