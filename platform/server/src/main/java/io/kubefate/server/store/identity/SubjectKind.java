package io.kubefate.server.store.identity;

/** To whom a role is granted. */
public enum SubjectKind {
    USER,
    GROUP
}
