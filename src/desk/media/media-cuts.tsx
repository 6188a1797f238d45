/** How a picture is cut: its eye, which every shape keeps, and each shape by hand. All of it works without script. */
import { boxOf, type CutShape, cutShapes } from '../../media/cuts.ts';
import { PictureTag } from '../../views/picture.tsx';
import { FormToken } from '../views/desk-layout.tsx';
import { EYE_WIDTH, type MediaPageProps } from './media-props.ts';

const shapeNames: Record<CutShape, string> = {
  square: 'Square',
  classic: '4:3',
  wide: '16:9',
  card: 'Card of a link',
};

export function MediaCuts(props: MediaPageProps) {
  const { piece, frame } = props;
  if (!piece.hasOriginal)
    return (
      <p class="dim">
        It is from before originals were kept, so it cannot be cut anew. Replace it to have that.
      </p>
    );
  const { focus } = piece.framing;
  const height = Math.max(1, Math.round((EYE_WIDTH / piece.width) * piece.height));
  return (
    <section class="fact">
      <h2>How it is cut</h2>
      <p class="dim">Press what the picture is about: every shape keeps it.</p>
      <form method="post" action={`/desk/media/${piece.id}/eye`} class="eye-form">
        <FormToken form={frame.form} />
        <input
          type="image"
          name="eye"
          class="eye"
          src={piece.sources[0]?.href}
          alt="Set the eye here"
          width={EYE_WIDTH}
          height={height}
          data-eye={focus ? `${focus.x} ${focus.y}` : undefined}
        />
      </form>
      <details class="more">
        <summary>By numbers, or turned</summary>
        <form method="post" action={`/desk/media/${piece.id}/eye`} class="form">
          <FormToken form={frame.form} />
          <div class="fields">
            <EyeField name="across" label="Across, 0 to 100" value={focus?.x} />
            <EyeField name="down" label="Down, 0 to 100" value={focus?.y} />
          </div>
          <button type="submit" class="quiet small">
            Set the eye
          </button>
        </form>
        <form method="post" action={`/desk/media/${piece.id}/turn`} class="actions">
          <FormToken form={frame.form} />
          <button type="submit" name="quarters" value="-1" class="quiet small">
            Turn left
          </button>
          <button type="submit" name="quarters" value="1" class="quiet small">
            Turn right
          </button>
          <button type="submit" name="quarters" value="2" class="quiet small">
            Upside down
          </button>
        </form>
      </details>
      <ul class="cuts">
        {cutShapes.map((shape) => (
          <OneCut key={shape} shape={shape} {...props} />
        ))}
      </ul>
    </section>
  );
}

function EyeField({ name, label, value }: { name: string; label: string; value: number | undefined }) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        type="number"
        min="0"
        max="100"
        step="0.1"
        required
        value={value === undefined ? '' : Math.round(value * 1000) / 10}
      />
    </div>
  );
}

function OneCut({ shape, piece, frame }: MediaPageProps & { shape: CutShape }) {
  const box = boxOf(piece, shape, piece.framing);
  const hundredths = (part: number, whole: number) => Math.round((part / whole) * 1000) / 10;
  const isByHand = piece.framing.cuts[shape] !== undefined;
  const ranges = [
    ['x', 'From the left', hundredths(box.left, piece.width)],
    ['y', 'From the top', hundredths(box.top, piece.height)],
    ['width', 'How wide', hundredths(box.width, piece.width)],
  ] as const;
  return (
    <li>
      {shape === 'card' ? (
        <img src={piece.card} alt="" width={1200} height={630} loading="lazy" />
      ) : (
        <PictureTag shown={piece.shapes[shape]} alt="" sizes="12rem" />
      )}
      <p>
        {shapeNames[shape]} <span class="dim">{isByHand ? 'by hand' : 'by the eye'}</span>
      </p>
      <details class="more" data-cut={shape}>
        <summary>Cut by hand</summary>
        <form method="post" action={`/desk/media/${piece.id}/cuts`} class="form">
          <FormToken form={frame.form} />
          <input type="hidden" name="shape" value={shape} />
          {ranges.map(([name, label, value]) => (
            <label key={name}>
              {label}
              <input
                type="range"
                name={name}
                min={name === 'width' ? 5 : 0}
                max="100"
                step="0.1"
                value={value}
              />
            </label>
          ))}
          <div class="actions">
            <button type="submit" class="small">
              Cut
            </button>
            {isByHand && (
              <button type="submit" name="follow" value="yes" class="quiet small">
                Follow the eye
              </button>
            )}
          </div>
        </form>
      </details>
    </li>
  );
}
