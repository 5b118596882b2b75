package io.kubefate.plugin.fate20.release;

class Fate220ContractTest extends LaterReleaseContract {

    Fate220ContractTest() {
        super(new Fate220Distribution(), new Fate200Distribution(), "v2.0.0", "v2.1.0");
    }
}
