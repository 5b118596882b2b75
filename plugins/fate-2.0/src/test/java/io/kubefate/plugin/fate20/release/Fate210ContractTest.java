package io.kubefate.plugin.fate20.release;

class Fate210ContractTest extends PatchReleaseContract {

    Fate210ContractTest() {
        super(new Fate210Distribution(), new Fate220Distribution(), "v2.0.0");
    }
}
