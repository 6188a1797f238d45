/** Bergamot's engine in WebAssembly: what of its interface is used, and how it is started in Node without a browser's worker. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

interface Deletable {
  delete(): void;
}

interface List<T> extends Deletable {
  push_back(each: T): void;
}

export type ModelMemory = Deletable & { getByteArrayView(): Int8Array };
export type Model = Deletable;

interface Responses extends Deletable {
  size(): number;
  get(at: number): { getTranslatedText(): string };
}

interface Service extends Deletable {
  translate(model: Model, texts: List<string>, options: List<ResponseOptions>): Responses;
  translateViaPivoting(
    one: Model,
    other: Model,
    texts: List<string>,
    options: List<ResponseOptions>,
  ): Responses;
}

interface ResponseOptions {
  alignment: boolean;
  html: boolean;
  qualityScores: boolean;
}

/** The module that Emscripten makes. */
export interface Runtime {
  AlignedMemory: new (bytes: number, alignment: number) => ModelMemory;
  AlignedMemoryList: new () => List<ModelMemory>;
  TranslationModel: new (
    config: string,
    model: ModelMemory,
    shortList: ModelMemory,
    vocabularies: List<ModelMemory>,
    qualityModel: ModelMemory | null,
  ) => Model;
  BlockingService: new (options: { cacheSize: number }) => Service;
  VectorString: new () => List<string>;
  VectorResponseOptions: new () => List<ResponseOptions>;
}

const PACKAGE = '@browsermt/bergamot-translator';

export interface BergamotEngine {
  runtime: Runtime;
  /** '0.4.9' */
  version: string;
  /** The last that the engine complained of; it says so on its error stream before it gives up. */
  lastWords(): string;
}

/** Null where the package is not installed. */
export async function startBergamot(): Promise<BergamotEngine | null> {
  const manifest = findManifest();
  if (manifest === null) return null;
  const folder = join(dirname(manifest), 'worker');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  let said = '';
  const runtime = await start(
    readFileSync(join(folder, 'bergamot-translator-worker.wasm')),
    readFileSync(join(folder, 'bergamot-translator-worker.js'), 'utf8'),
    (line) => {
      if (line.includes('Error')) said = line;
    },
  );
  return { runtime, version, lastWords: () => said };
}

function findManifest(): string | null {
  try {
    return createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`);
  } catch {
    return null; // not installed: the desk is told how
  }
}

/** The engine asks for these under other names than it gives them out by: Firefox puts faster ones of its own in their place. */
const MULTIPLICATION: Readonly<Record<string, string>> = {
  int8_prepare_a: 'int8PrepareAFallback',
  int8_prepare_b: 'int8PrepareBFallback',
  int8_prepare_b_from_transposed: 'int8PrepareBFromTransposedFallback',
  int8_prepare_b_from_quantized_transposed: 'int8PrepareBFromQuantizedTransposedFallback',
  int8_prepare_bias: 'int8PrepareBiasFallback',
  int8_multiply_and_add_bias: 'int8MultiplyAndAddBiasFallback',
  int8_select_columns_of_b: 'int8SelectColumnsOfBFallback',
};

function start(wasm: Buffer, glue: string, hear: (line: string) => void): Promise<Runtime> {
  return new Promise((ready) => {
    let own: Record<string, (...given: number[]) => number> = {};
    const gemm = Object.fromEntries(
      Object.entries(MULTIPLICATION).map(([asked, name]) => [
        asked,
        (...given: number[]) => own[name]?.(...given),
      ]),
    );
    const runtime = {
      print: hear,
      printErr: hear,
      instantiateWasm(imports: WebAssembly.Imports, accept: (instance: WebAssembly.Instance) => void) {
        const more = { ...imports, wasm_gemm: gemm as WebAssembly.ModuleImports };
        const instance = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(wasm)), more);
        own = instance.exports as typeof own;
        accept(instance);
        return {};
      },
      onRuntimeInitialized: () => ready(runtime as unknown as Runtime),
    };
    // Emscripten's glue is a script of the package that looks for a variable of this name; it is no module.
    new Function('Module', glue)(runtime);
  });
}
