import { useId } from "react";
import { EVENT_ORDERS, type EventOrder } from "./event-order.ts";
import styles from "./order-choice.module.css";

interface OrderChoiceProps {
  readonly order: EventOrder;
  readonly onOrder: (order: EventOrder) => void;
}

/** What the events are ordered by. */
export function OrderChoice({ order, onOrder }: OrderChoiceProps) {
  const name = useId();
  return (
    <fieldset className={styles.order}>
      <legend>Order</legend>
      {EVENT_ORDERS.map((choice) => (
        <label key={choice}>
          <input type="radio" name={name} checked={order === choice} onChange={() => onOrder(choice)} />
          {choice}
        </label>
      ))}
    </fieldset>
  );
}
