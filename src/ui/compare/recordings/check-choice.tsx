interface CheckChoiceProps {
  readonly label: string;
  readonly names: readonly string[];
  readonly chosen: number;
  /** cannot be chosen a second time */
  readonly other: number;
  readonly onChoose: (index: number) => void;
}

/** Which of several checks is one side of a comparison. */
export function CheckChoice({ label, names, chosen, other, onChoose }: CheckChoiceProps) {
  return (
    <label>
      {label}{" "}
      <select value={chosen} onChange={({ target: { value } }) => onChoose(Number(value))}>
        {names.map((name, index) => <option key={name} value={index} disabled={index === other}>{name}</option>)}
      </select>
    </label>
  );
}
