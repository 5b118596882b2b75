package io.kubefate.cli.view;

import io.kubefate.api.ObjectChange;
import java.util.Arrays;
import java.util.Optional;

/** What a plan does with an object, and the sign before its line. Unchanged objects have none. */
enum ObjectAction {
    CREATE("+"),
    UPDATE("~"),
    RESTART("@"),
    REPLACE("±"),
    REMOVE("-"),
    KEEP("="),
    CONFLICT("!"),
    REFUSED("!");

    private final String sign;

    ObjectAction(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    /** {@return empty for unchanged objects, and for actions of newer services} */
    static Optional<ObjectAction> of(ObjectChange change) {
        return Arrays.stream(values())
                .filter(action -> action.name().equalsIgnoreCase(change.action()))
                .findFirst();
    }
}
