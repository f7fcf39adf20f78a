import { ArrowDown, ArrowUp } from "lucide-react";
import { useState } from "react";
import type { OrderStanding } from "../../../shared/contract/employmentArrangements.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { pathTo, routes } from "../../app/routes.ts";
import { Button } from "../../components/Button.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { Loaded } from "../../components/LoadedScreen.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { TextLink } from "../../components/TextLink.tsx";
import { type ChangeFormProps, useSaved } from "./changeForm.tsx";
import { orderKinds, wordsOf } from "./words.ts";

/** The sequence in which several orders are taken: the order in the list, moved by buttons. */
export function OrderSequenceForm({ record }: ChangeFormProps) {
  const arrangements = useQuery("employment.getPayArrangements", { engagementId: record.engagement.id });
  return <Loaded query={arrangements}>{({ orders }) => <Sequence record={record} orders={orders.filter(({ toOn }) => toOn === null)} />}</Loaded>;
}

function Sequence({ record, orders }: ChangeFormProps & { readonly orders: readonly OrderStanding[] }) {
  const [moved, setMoved] = useState<readonly OrderStanding[]>();
  const [told, setTold] = useState("");
  const sequence = moved ?? orders;
  const save = useCommand("employment.confirmOrderSequence", { onDone: useSaved(record, "Confirmed the sequence of the orders.") });
  const move = (order: OrderStanding, by: 1 | -1) => {
    const rest = sequence.filter(({ id }) => id !== order.id);
    const place = sequence.indexOf(order) + by;
    setMoved([...rest.slice(0, place), order, ...rest.slice(place)]);
    setTold(`${order.reference} is now number ${place + 1} of ${sequence.length}.`);
  };
  return (
    <Stack>
      <FailureMessage of={save} />
      <p>
        Maintenance, fines and council tax usually come first, then the others, each by the day it came. Where letters say otherwise, follow the
        letters or ask who sent them.
      </p>
      <ol>
        {sequence.map((order, index) => (
          <li key={order.id}>
            <p>
              {wordsOf(orderKinds, order.kind)}: {order.issuer}, {order.reference}
            </p>
            <Row>
              {index > 0 && (
                <Button icon={ArrowUp} about={order.reference} onClick={() => move(order, -1)}>
                  Earlier
                </Button>
              )}
              {index < sequence.length - 1 && (
                <Button icon={ArrowDown} about={order.reference} onClick={() => move(order, 1)}>
                  Later
                </Button>
              )}
            </Row>
          </li>
        ))}
      </ol>
      <p role="status">{told}</p>
      <Row>
        <Button
          look="primary"
          isBusy={save.isPending}
          onClick={() => save.mutate({ engagementId: record.engagement.id, orderIds: sequence.map(({ id }) => id) })}
        >
          Save this sequence
        </Button>
        <TextLink to={pathTo(routes.person, { personId: record.engagement.id })}>Leave it as it is</TextLink>
      </Row>
    </Stack>
  );
}
