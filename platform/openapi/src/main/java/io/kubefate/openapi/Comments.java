package io.kubefate.openapi;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The documentation comments of classes, read from their source files: each text is written once, where the code is. */
final class Comments {

    private final Map<String, Comment> byName = new HashMap<>();

    private Comments() {}

    /**
     * Reads the comments of all classes below the packages of some classes.
     *
     * @param classes compiled in this build
     */
    static Comments below(Class<?>... classes) {
        Comments comments = new Comments();
        for (Class<?> type : classes) {
            comments.read(sources(type));
        }
        return comments;
    }

    /** Returns the comment of a class. */
    Comment of(Class<?> type) {
        return byName.getOrDefault(type.getName(), Comment.NONE);
    }

    /** Returns the comment of a method whose name is unique in its class. */
    Comment of(Class<?> type, String method) {
        return byName.getOrDefault(type.getName() + "#" + method, Comment.NONE);
    }

    /** The folder of the classes, or the jar, is in the folder {@code target} beside the sources. */
    private static Path sources(Class<?> type) {
        try {
            Path classes = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path module = Objects.requireNonNull(
                    Objects.requireNonNull(classes.getParent()).getParent());
            String packageFolder = type.getPackageName().replace('.', '/');
            return module.resolve("src/main/java").resolve(packageFolder);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(folder);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Collector(trees).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Collector extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final DocTrees trees;
        private String type = "";

        private Collector(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            String outer = type;
            String prefix =
                    outer.isEmpty() ? getCurrentPath().getCompilationUnit().getPackageName() + "." : outer + "$";
            type = prefix + tree.getSimpleName();
            keep(type);
            super.visitClass(tree, null);
            type = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
            keep(type + "#" + tree.getName());
            return null;
        }

        private void keep(String name) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                byName.putIfAbsent(name, Comment.of(comment));
            }
        }
    }

    /**
     * A comment.
     *
     * @param summary the first sentence
     * @param body the other sentences
     * @param parameters the texts of the tags {@code @param}
     */
    record Comment(String summary, String body, Map<String, String> parameters) {

        static final Comment NONE = new Comment("", "", Map.of());

        static Comment of(DocCommentTree tree) {
            Map<String, String> parameters = tree.getBlockTags().stream()
                    .filter(tag -> tag instanceof ParamTree param && !param.isTypeParameter())
                    .map(ParamTree.class::cast)
                    .collect(Collectors.toMap(
                            param -> param.getName().toString(),
                            param -> text(param.getDescription()),
                            (first, second) -> first));
            return new Comment(text(tree.getFirstSentence()), text(tree.getBody()), parameters);
        }

        Optional<String> parameter(String name) {
            return Optional.ofNullable(parameters.get(name));
        }

        private static String text(List<? extends DocTree> trees) {
            String joined = trees.stream().map(Comment::text).collect(Collectors.joining());
            return joined.replaceAll("\\s+", " ").replace("<p>", "").strip();
        }

        private static String text(DocTree tree) {
            if (tree instanceof LiteralTree literal) {
                return "`" + literal.getBody().getBody() + "`";
            }
            if (tree instanceof LinkTree link) {
                String label = text(link.getLabel());
                return label.isEmpty() ? link.getReference().getSignature().replaceAll(".*[.#]", "") : label;
            }
            return tree instanceof ReturnTree inline
                    ? "Returns " + text(inline.getDescription()) + "."
                    : tree.toString();
        }
    }
}
