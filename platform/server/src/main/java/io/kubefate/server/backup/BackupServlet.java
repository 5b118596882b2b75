package io.kubefate.server.backup;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;

/** Sends a backup to the command {@code kubefate-server backup}. */
public final class BackupServlet extends HttpServlet {

    /** Its path on the admin port. */
    public static final String PATH = "/backup";

    private static final long serialVersionUID = 1L;

    private final transient Content content;
    private final transient BackupToken token;

    public BackupServlet(Content content, BackupToken token) {
        this.content = requireNonNull(content, "content is null");
        this.token = requireNonNull(token, "token is null");
    }

    /** Writes a backup. */
    public interface Content {

        void writeTo(OutputStream target) throws IOException;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!token.is(requireNonNullElse(request.getHeader(BackupToken.HEADER), ""))) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.setContentType("application/zip");
        content.writeTo(response.getOutputStream());
    }
}
