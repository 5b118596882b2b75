package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.ClusterImage;
import io.kubefate.api.ImagesArgs;
import io.kubefate.api.Reply;
import io.kubefate.server.http.audit.ReadOnly;
import io.kubefate.server.http.body.RequestReader;
import io.kubefate.server.http.description.JsonBody;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.identity.Permission;
import io.kubefate.server.service.image.ImageList;
import io.kubefate.server.service.image.ImageService;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;

@Path(ImageResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class ImageResource {

    public static final String PATH = "/v1/cluster/images";

    private final ImageService images;

    public ImageResource(ImageService images) {
        this.images = requireNonNull(images, "images is null");
    }

    /**
     * Lists the images that an install pulls. POST, because the request contains the cluster.yaml.
     *
     * @param check whether to ask the registries for each image
     */
    @POST
    @Requires(value = Permission.CHANGE, in = Scope.ANYWHERE)
    @ReadOnly
    public Reply<List<ClusterImage>> images(
            @JsonBody(ImagesArgs.class) InputStream body,
            @QueryParam("check") @DefaultValue("false") boolean check,
            @Auth User user) {
        ImagesArgs sent = RequestReader.read(body, ImagesArgs.class);
        String namespace = images.namespace(sent);
        user.require(Permission.CHANGE, namespace);
        ImagesArgs args = sent.in(namespace);
        ImageList list = check ? images.check(args) : images.list(args);
        return new Reply<>("getClusterImages Success", list.images(), list.warnings());
    }
}
