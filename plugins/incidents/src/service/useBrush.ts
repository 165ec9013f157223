import { useState, type PointerEvent } from 'react';

/** Two places of the strip, as parts of its width, in the order in which they were touched. */
export type Stroke = { from: number; to: number };

/** A hand that trembles draws no range: below this part of the width it is a click. */
const smallestStroke = 0.006;

/** Draws on the strip with mouse, pen or finger. Bars keep their clicks. */
export function useBrush(on: {
  stroke: (stroke: Stroke) => void;
  click: (at: number) => void;
}) {
  const [stroke, setStroke] = useState<Stroke | undefined>();
  return {
    stroke,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0 || (event.target as Element).closest('a'))
          return;
        event.currentTarget.setPointerCapture?.(event.pointerId);
        const at = placeOf(event);
        setStroke({ from: at, to: at });
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (stroke) setStroke({ ...stroke, to: placeOf(event) });
      },
      onPointerUp(event: PointerEvent<HTMLElement>) {
        if (!stroke) return;
        const drawn = { ...stroke, to: placeOf(event) };
        setStroke(undefined);
        if (Math.abs(drawn.to - drawn.from) < smallestStroke) {
          on.click(drawn.to);
        } else {
          on.stroke(drawn);
        }
      },
      onPointerCancel() {
        setStroke(undefined);
      },
    },
  };
}

function placeOf(event: PointerEvent<HTMLElement>): number {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  return width > 0 ? (event.clientX - left) / width : 0;
}
