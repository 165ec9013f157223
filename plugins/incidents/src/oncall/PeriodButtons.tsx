import { Button } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';

export type PeriodButtonsProps = {
  /** What each of them is called; `now` is seen, the others are told. */
  names: { previous: string; now: string; next: string };
  onPrevious: () => void;
  onNow: () => void;
  onNext: () => void;
};

/** To the period before, to that of now, and to the one after. */
export function PeriodButtons(props: PeriodButtonsProps) {
  const { names } = props;
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        aria-label={names.previous}
        iconStart={<RiArrowLeftSLine aria-hidden="true" />}
        onPress={props.onPrevious}
      />
      <Button size="small" variant="secondary" onPress={props.onNow}>
        {names.now}
      </Button>
      <Button
        size="small"
        variant="secondary"
        aria-label={names.next}
        iconStart={<RiArrowRightSLine aria-hidden="true" />}
        onPress={props.onNext}
      />
    </>
  );
}
