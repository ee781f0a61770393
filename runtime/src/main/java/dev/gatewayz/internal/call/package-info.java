/**
 * The life of a call. A {@link dev.gatewayz.internal.request.CallRequest} comes in, with somebody
 * to receive the answer; what goes out is one end: an answer, a failure or a cancellation.
 *
 * <p>{@link dev.gatewayz.internal.call.CallStages} lists what a call goes through. {@link
 * dev.gatewayz.internal.call.CallEngine} makes calls for whole answers, {@link
 * dev.gatewayz.internal.call.StreamEngine} for pieces. A {@link dev.gatewayz.internal.call.Call}
 * alone changes its state:
 *
 * <pre>
 *        start              admitted            answered
 *   NEW ───────▶ QUEUED ───────────▶ ASKING ─────────────────────────▶ ENDED
 *    │              │               │ ▲ ▲ │ ▲                            ▲
 *    │              │         retry │ │ │ │ │ fallback, correction       │
 *    │              │               ▼ │ │ └─┘                            │
 *    │              │           PAUSING │                                │
 *    │              │        model asks │ tools have run                 │
 *    │              │        for tools ─▶ TOOLS                          │
 *    │              └─ tools approved ────▶ TOOLS                         │
 *    └──────────────┴── refused, failed for good, cancelled, closed ─────┘
 *                       (from every state)
 * </pre>
 *
 * Before ASKING a call is WAITING where the {@link dev.gatewayz.internal.call.Turn} of the request
 * is not there yet; it goes back to it when a limit of the gateway turns the request away.
 *
 * <p>Its {@link dev.gatewayz.internal.call.Attempts} decide what follows an attempt, with {@link
 * dev.gatewayz.internal.call.Recovery}; each {@link dev.gatewayz.internal.call.Attempt} is one
 * request on the wire, and two of them may {@link dev.gatewayz.internal.call.Race}. {@link
 * dev.gatewayz.internal.call.Limits} and {@link dev.gatewayz.internal.account.Accounts} serve all
 * calls of a client and know them as values only.
 *
 * <p>A call belongs to one event loop from its start to its end. What may come from other threads
 * says so, and hands itself over.
 */
@NullMarked
package dev.gatewayz.internal.call;

import org.jspecify.annotations.NullMarked;
