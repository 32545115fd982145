/** What `promptcost` says when it is asked nothing: commands to paste. */
export const HELP = `promptcost: what a prompt costs, before you send it

Paste one of these:

  promptcost "Why is the sky blue?"
  promptcost "Why is the sky blue?" -m deepseek-v4-pro,o1,llama-3.3-70b --output 500
  promptcost "Why is the sky blue?" --output 500 --at 2025-01-27
  promptcost -f prompt.txt -f other.md -m o1 --json
  cat prompt.txt | promptcost -m gpt-4o
  promptcost tokens "Why is the sky blue?" -m deepseek-r1
  promptcost price deepseek-v4-pro --history
  promptcost usage reply.json -m o1
  promptcost prices check prices.json
  promptcost models --provider groq
  promptcost add gemma3
  promptcost compile tokenizer.model -o my.pc

Options:

  -m, --model a,b     models to compare      (default deepseek-r1,o1,llama-3.3-70b)
  -f, --file path     a file as the prompt; repeat it for several
  -o, --output 500    tokens of the answer, hidden reasoning included;
                      with compile: the file to write
      --at date       2025-01-27 (its 00:00Z) or 2025-06-01T20:00Z  (default now)
      --provider x    who sells it: groq, bedrock, azure, ...; with models, only theirs
      --tier x        with price, usage: batch, flex, priority
      --region x      with price, usage: us, eu, ...
      --history       with price: every period it had
      --json          exact numbers, for programs
      --list          with add: the vocabularies that can be added
      --out x.mjs     with add: a file (.mjs, .js or .pc) instead of the cache folder
      --pattern x     with compile: how a rank file's text is cut: o200k, ... or a regex
      --specials x    with compile: a rank file's control tokens, a JSON file of text: id
      --name x        with compile: what to call the encoding
  -h, --help          this
  -v, --version       the version

A text counts as it is, its last line break included. Without a text, or with -, it comes
from stdin. A text that starts with a dash, or with a command's name, goes after --.
Usage reads a reply as JSON, - from stdin; -m and --at go before what the reply names.
Prices check reads a seller file, a feed, or the list of LiteLLM, models.dev, OpenRouter,
genai-prices, Langfuse or llm-prices; --at is its day.
Nothing leaves this machine: tokenizers and prices are in the package. Only add asks
npm, for a vocabulary whose terms ask each user to take it.

Exit codes: 0 fine · 1 a model you named could not be counted or priced, or none could,
            or a price or a vocabulary is refused ·
            2 the command was not understood, or a file not read or written
`;
