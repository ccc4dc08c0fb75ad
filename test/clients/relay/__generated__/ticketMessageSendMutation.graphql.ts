/**
 * @generated SignedSource<<502c66b37ddd60f3351f65a0f21b31e6>>
 * @relayHash 7dcca7b75835c181d9b7868bd1a4f14f
 * @lightSyntaxTransform
 * @codegen-command: npm run generate
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

// @relayRequestID 548f10e1b482b1a63fef69c0bb58a46550a9db975c4c2b3e3c076ba650e3064e

import type { ConcreteRequest } from 'relay-runtime';
export type ProblemCode = "ALREADY_CLAIMED" | "ALREADY_HANDLED" | "ALREADY_REDACTED" | "AMOUNT_EXCEEDED" | "ATTACHMENT_REFUSED" | "BOT_MUTED" | "CHANNEL_CLOSED" | "CONFLICT" | "DELIVERY_UNCONFIRMED" | "IDEMPOTENCY_CONFLICT" | "ILLEGAL_TRANSITION" | "INVALID_INPUT" | "LEASE_HELD" | "LEASE_LOST" | "MISSED_MESSAGES" | "NOT_CONFIGURED" | "NOT_ELIGIBLE" | "NOT_FOUND" | "QUANTITY_EXCEEDED" | "REPLY_WINDOW_CLOSED" | "STALE_UPDATE" | "TOO_SOON" | "%future added value";
export type MessageSendInput = {
  attachmentIds?: ReadonlyArray<string> | null | undefined;
  cards?: ReadonlyArray<MessageCardInput> | null | undefined;
  clientMessageId?: string | null | undefined;
  keepOpen?: boolean;
  lastSeenSeq?: number | null | undefined;
  sentAt?: string | null | undefined;
  text: string;
  ticketId: string;
};
export type MessageCardInput = {
  orderId?: string | null | undefined;
  productId?: string | null | undefined;
};
export type ticketMessageSendMutation$variables = {
  input: MessageSendInput;
};
export type ticketMessageSendMutation$data = {
  readonly messageSend: {
    readonly __typename: string;
    readonly code?: ProblemCode;
    readonly detail?: string;
    readonly message?: {
      readonly seq: number | null | undefined;
    };
    readonly ticket?: {
      readonly lastSeq: number;
    };
  };
};
export type ticketMessageSendMutation = {
  response: ticketMessageSendMutation$data;
  variables: ticketMessageSendMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "input"
  }
],
v1 = [
  {
    "kind": "Variable",
    "name": "input",
    "variableName": "input"
  }
],
v2 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "__typename",
  "storageKey": null
},
v3 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "seq",
  "storageKey": null
},
v4 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "lastSeq",
  "storageKey": null
},
v5 = {
  "kind": "InlineFragment",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "code",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "detail",
      "storageKey": null
    }
  ],
  "type": "Problem",
  "abstractKey": "__isProblem"
},
v6 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "ticketMessageSendMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": null,
        "kind": "LinkedField",
        "name": "messageSend",
        "plural": false,
        "selections": [
          (v2/*:: as any*/),
          {
            "kind": "InlineFragment",
            "selections": [
              {
                "alias": null,
                "args": null,
                "concreteType": "Message",
                "kind": "LinkedField",
                "name": "message",
                "plural": false,
                "selections": [
                  (v3/*:: as any*/)
                ],
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "concreteType": "Ticket",
                "kind": "LinkedField",
                "name": "ticket",
                "plural": false,
                "selections": [
                  (v4/*:: as any*/)
                ],
                "storageKey": null
              }
            ],
            "type": "MessageSendPayload",
            "abstractKey": null
          },
          (v5/*:: as any*/)
        ],
        "storageKey": null
      }
    ],
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "ticketMessageSendMutation",
    "selections": [
      {
        "alias": null,
        "args": (v1/*:: as any*/),
        "concreteType": null,
        "kind": "LinkedField",
        "name": "messageSend",
        "plural": false,
        "selections": [
          (v2/*:: as any*/),
          {
            "kind": "InlineFragment",
            "selections": [
              {
                "alias": null,
                "args": null,
                "concreteType": "Message",
                "kind": "LinkedField",
                "name": "message",
                "plural": false,
                "selections": [
                  (v3/*:: as any*/),
                  (v6/*:: as any*/)
                ],
                "storageKey": null
              },
              {
                "alias": null,
                "args": null,
                "concreteType": "Ticket",
                "kind": "LinkedField",
                "name": "ticket",
                "plural": false,
                "selections": [
                  (v4/*:: as any*/),
                  (v6/*:: as any*/)
                ],
                "storageKey": null
              }
            ],
            "type": "MessageSendPayload",
            "abstractKey": null
          },
          (v5/*:: as any*/)
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "id": "548f10e1b482b1a63fef69c0bb58a46550a9db975c4c2b3e3c076ba650e3064e",
    "metadata": {},
    "name": "ticketMessageSendMutation",
    "operationKind": "mutation",
    "text": null
  }
};
})();

(node as any).hash = "b035aed37279aaf8e801cad4d563d021";

export default node;
