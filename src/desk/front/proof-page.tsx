/** A proof: the front as readers will see it, at the width of a phone and wide, before it is out. */
import { proofQuery } from '../../fronts/proof.ts';
import type { FrontName } from '../../fronts/read-front.ts';
import { qrCode } from '../../kit/qr-code.ts';
import type { Newsroom } from '../../newsroom.ts';
import { type DeskFrame, type DeskKey, DeskPage, FormToken } from '../views/desk-layout.tsx';
import { englishName } from '../views/words.ts';
import { frontAddress } from './front-props.ts';
import type { FrontView } from './front-view.ts';

interface ProofProps {
  frame: DeskFrame;
  named: Pick<FrontView, 'front' | 'section'>;
  version: number;
  isPending: boolean;
  address: string;
}

/** Where the proof is, whole: it opens on any phone for an hour. */
export const proofAddress = (newsroom: Newsroom, front: FrontName, stood: number | null = null): string =>
  `${newsroom.settings.address}/proof?${proofQuery(newsroom, front, stood)}`;

const keys: DeskKey[] = [
  { keys: ['P'], does: 'put it out', foot: true },
  { keys: ['b'], does: 'back to the front', foot: true },
];

export function ProofPage({ frame, named, version, isPending, address }: ProofProps) {
  const { front, section } = named;
  const path = address.slice(address.indexOf('/proof?'));
  const name = `${section ? section.name : 'The front'} in ${englishName(front.language)}`;
  return (
    <DeskPage {...frame} title={`Proof of ${name}`} current="front" keys={keys}>
      <div class="page-head">
        <h1>Proof</h1>
        <form class="actions" method="post" action="/desk/front/out">
          <FormToken form={frame.form} />
          <input type="hidden" name="language" value={front.language} />
          <input type="hidden" name="section" value={section?.slug ?? ''} />
          <input type="hidden" name="basedOn" value={version} />
          <a class="btn quiet" href={frontAddress(named)} data-key="b" aria-keyshortcuts="b">
            Back <kbd>b</kbd>
          </a>
          <button type="submit" data-key="P" aria-keyshortcuts="P" disabled={!isPending}>
            Put out <kbd>P</kbd>
          </button>
        </form>
      </div>
      <div class="proof-link">
        <AddressCode address={address} />
        <p class="lead">
          {name}, as readers will see it. On a phone: <a href={path}>{address}</a>. The link opens for an
          hour, without a sign-in; whoever has it sees what is not out yet.
        </p>
      </div>
      <BothWidths path={path} name={name} />
    </DeskPage>
  );
}

const EDGE = 4; // squares that stay light around a code (ISO/IEC 18004)

/** The address for a phone's camera: nobody types it. */
function AddressCode({ address }: { address: string }) {
  const rows = qrCode(address);
  if (!rows) return null;
  const size = rows.length + 2 * EDGE;
  const dark = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? `M${x + EDGE} ${y + EDGE}h1v1h-1z` : [])),
  );
  return (
    <svg
      class="address-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="The address, for a camera"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join('')} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}

/** A page of readers twice: at the width of a phone, and wide where there is room. */
export function BothWidths({ path, name }: { path: string; name: string }) {
  return (
    <div class="proofs">
      <iframe class="phone" src={path} title={`${name} at the width of a phone`} />
      <iframe class="wide" src={path} title={`${name} on a wide screen`} />
    </div>
  );
}
