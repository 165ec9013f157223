import { Select } from '@backstage/ui';

export type ManySelectProps = {
  label: string;
  /** What stands there when nothing is chosen. */
  none: string;
  chosen: string[];
  options: { id: string; label: string }[];
  onChange: (chosen: string[]) => void;
};

/** Chooses several. What the address names and nobody offers stays choosable, so that it can be taken back. */
export function ManySelect(props: ManySelectProps) {
  const offered = new Set(props.options.map(option => option.id));
  const strangers = props.chosen.filter(id => !offered.has(id));
  return (
    <Select
      aria-label={props.label}
      placeholder={props.none}
      selectionMode="multiple"
      options={[...props.options, ...strangers.map(id => ({ id, label: id }))]}
      value={props.chosen}
      onChange={chosen => props.onChange(chosen.map(String))}
    />
  );
}
