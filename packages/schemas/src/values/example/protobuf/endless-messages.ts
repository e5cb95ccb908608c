import type { MessageShape } from '../../protobuf/message-shape.ts';
import type { MessageShapes } from '../../protobuf/message-shapes.ts';

/**
 * Finds out which messages have no value with an end, because they require themselves, directly or
 * through others, or an enum without constants.
 *
 * @returns whether a message is one, remembered for each
 */
export function endlessMessages(shapes: MessageShapes): (root: MessageShape) => boolean {
  const known = new Map<MessageShape, boolean | 'open'>();

  function isEndless(root: MessageShape): boolean {
    const left = [root];
    for (let shape = left.at(-1); shape !== undefined; shape = left.at(-1)) {
      const verdict = known.get(shape);
      const needed = neededMessages(shape, shapes);
      if (verdict === undefined) {
        known.set(shape, 'open');
        const endless = needed.some((each) => known.get(each) === 'open') || needsEmptyEnum(shape);
        if (endless) known.set(shape, true);
        else left.push(...needed.filter((each) => !known.has(each)));
        continue;
      }
      left.pop();
      if (verdict === 'open')
        known.set(
          shape,
          needed.some((each) => known.get(each) === true),
        );
    }
    return known.get(root) === true;
  }

  return isEndless;
}

function neededMessages({ required }: MessageShape, shapes: MessageShapes): MessageShape[] {
  return required.flatMap(({ type }) =>
    type.kind === 'message' || type.kind === 'group' ? [shapes.of(type)] : [],
  );
}

function needsEmptyEnum({ required }: MessageShape): boolean {
  return required.some(({ type }) => type.kind === 'enum' && type.enum.names.size === 0);
}
