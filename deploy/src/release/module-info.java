/** The command line and its libraries as one module, which jlink can put into a runtime. */
open module io.kubefate.cli {
    // Jackson and SnakeYAML refer to its java.beans.
    requires java.desktop;
    requires java.net.http;
    requires java.sql;
}
