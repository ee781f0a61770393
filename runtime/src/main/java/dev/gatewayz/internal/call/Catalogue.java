package dev.gatewayz.internal.call;

import dev.gatewayz.gateway.Model;
import dev.gatewayz.internal.http.ResponseHead;
import dev.gatewayz.internal.request.KeyUse;
import dev.gatewayz.internal.request.PromptIdentity;
import dev.gatewayz.internal.request.RequestFactory;
import dev.gatewayz.internal.wire.CatalogueReader;
import dev.gatewayz.internal.wire.CatalogueReader.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's catalogue, page by page. Each page that was read before is asked for with its own
 * {@code ETag}, which vouches for that page and no other. Thread-safe.
 */
final class Catalogue {
  private static final int PAGE = 1_000;
  private static final int NOT_MODIFIED = 304;

  /** A server's tag may vouch for less than the page, so after this time all is read anew. */
  private static final long TAGS_LAST = Duration.ofHours(1).toNanos();

  private final CallEngine engine;
  private final RequestFactory requests;
  private final PromptIdentity name;
  private volatile Reading last = new Reading(System.nanoTime(), List.of());

  /** What was read when, page by page. */
  private record Reading(long at, List<Known> pages) {}

  /** A page as it was read, and the tag by which to ask whether it still is so. */
  private record Known(int offset, @Nullable String etag, Page page) {}

  /** The catalogue that these requests go to. */
  Catalogue(CallEngine engine, RequestFactory requests, PromptIdentity name) {
    this.engine = engine;
    this.requests = requests;
    this.name = name;
  }

  /** All models. Cancelling the future cancels the call that is under way for it. */
  CompletableFuture<List<Model>> models() {
    Walk walk = new Walk(last);
    walk.next(0);
    return walk.result;
  }

  /** Goes from page to page. What it holds is touched by one call after the other. */
  private final class Walk {
    private final Reading before;
    private final long begunAt = System.nanoTime();
    private final boolean asksByTag;
    private final List<Known> pages = new ArrayList<>();
    private final Set<Model> models = new LinkedHashSet<>();
    private final CompletableFuture<List<Model>> result = new CompletableFuture<>();
    private volatile @Nullable CompletableFuture<Known> underWay;

    Walk(Reading before) {
      this.before = before;
      this.asksByTag = begunAt - before.at() < TAGS_LAST;
      result.whenComplete(
          (all, failure) -> {
            CompletableFuture<Known> call = underWay;
            if (call != null && result.isCancelled()) {
              call.cancel(false);
            }
          });
    }

    void next(int offset) {
      CompletableFuture<Known> call = page(offset, asksByTag ? known(offset) : null);
      underWay = call;
      call.whenComplete(
          (page, failure) -> {
            if (failure != null) {
              result.completeExceptionally(failure);
            } else {
              goOn(page);
            }
          });
    }

    /** The key of another page may be asked of the user's code. */
    private void goOn(Known page) {
      try {
        if (add(page)) {
          next(page.page().nextOffset());
        } else {
          end();
        }
      } catch (Throwable t) {
        result.completeExceptionally(t);
      }
    }

    private @Nullable Known known(int offset) {
      for (Known page : before.pages()) {
        if (page.offset() == offset && page.etag() != null) {
          return page;
        }
      }
      return null;
    }

    /** Returns whether there is another page; one that brings nothing new would never end. */
    private boolean add(Known known) {
      pages.add(known);
      boolean isNew = models.addAll(known.page().models());
      return isNew && known.page().nextOffset() > known.offset() && !result.isDone();
    }

    private void end() {
      // What was only confirmed is as old as it was.
      boolean isConfirmed = asksByTag && pages.equals(before.pages());
      last = new Reading(isConfirmed ? before.at() : begunAt, List.copyOf(pages));
      result.complete(List.copyOf(models));
    }
  }

  private CompletableFuture<Known> page(int offset, @Nullable Known known) {
    String path = "/v1/models?limit=" + PAGE + "&offset=" + offset;
    String etag = known == null ? null : known.etag();
    Map<String, String> headers =
        etag == null
            ? Map.of("accept-encoding", "gzip")
            : Map.of("accept-encoding", "gzip", "if-none-match", etag);
    return engine.service(
        requests.get(name, path, KeyUse.WELCOME, headers),
        (bytes, size, head) -> read(offset, known, bytes, size, head));
  }

  private static @Nullable Known read(
      int offset, @Nullable Known known, byte[] bytes, int size, ResponseHead head) {
    if (head.status() == NOT_MODIFIED) {
      return known;
    }
    Page page = CatalogueReader.page(bytes, size);
    return page == null ? null : new Known(offset, head.header("etag"), page);
  }
}
