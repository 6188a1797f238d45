/** How many remarks call whoever looks: over every page, and the way to them. */
export function CalledMark({ called }: { called: number }) {
  return (
    <span id="called" data-live="remarks" data-live-from="/desk/remarks" data-called={called}>
      {called > 0 && (
        <a
          class="called"
          href="/desk/remarks"
          aria-label={called === 1 ? '1 remark calls you' : `${called} remarks call you`}
          title="Remarks that call you"
        >
          @{called}
        </a>
      )}
    </span>
  );
}
