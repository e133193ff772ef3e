import { clip } from './layout.ts'

/** How much of a title a shell has room for, in cells. */
const ABOUT = 60

/** Words that could stand at a place, one a line, each with a tab and what it means. `before` stands in front of each. */
export function wordLines(
  words: readonly { readonly word: string; readonly about: string }[],
  before: string,
): string {
  return words
    .filter(({ word }) => /^[^\s\p{Cc}]+$/u.test(word))
    .map(({ word, about }) => `${before}${word}\t${clip(about, ABOUT, '...')}\n`)
    .join('')
}

/** The script that teaches a shell to complete `tactful`; it asks the program for every word. */
export function completionScript(shell: 'bash' | 'zsh' | 'fish'): string {
  return SCRIPTS[shell]
}

const BASH = `# Completion of tactful in bash. To use it, add this line to ~/.bashrc:
#   eval "$(tactful completion bash)"
_tactful() {
  local IFS=$'\\n' current line
  local -a shown=() typed=("\${COMP_WORDS[@]:1:COMP_CWORD}")
  # A word that is still open stands here as it was typed: "Sam R or Sam\\ R.
  current=\${COMP_WORDS[COMP_CWORD]#[\\"\\']}
  current=\${current//\\\\/}
  typed[COMP_CWORD-1]=$current
  [[ $current == = ]] && current=
  COMPREPLY=()
  while read -r line; do
    case $line in
      :files) compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -f -- "$current")) ;;
      :folders) compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -d -- "$current")) ;;
      *) COMPREPLY+=("\${line%%$'\\t'*}"); shown+=("\${line//$'\\t'/  }") ;;
    esac
  done < <(tactful completion words -- "\${typed[@]}" 2>/dev/null)
  # A list that is only looked at may say what each word means.
  if [[ \${COMP_TYPE:-9} == 63 && \${#shown[@]} -gt 1 && \${#shown[@]} == "\${#COMPREPLY[@]}" ]]; then
    COMPREPLY=("\${shown[@]}")
  fi
}
complete -F _tactful tactful
`

const ZSH = `#compdef tactful
# Completion of tactful in zsh. To use it, put this into a file _tactful in a folder of $fpath, or add this line to ~/.zshrc:
#   eval "$(tactful completion zsh)"
_tactful() {
  local -a found words_found
  local line
  # A word that is still open stands here with its quotation mark.
  found=("\${(@f)$(tactful completion words -- "\${(@Q)words[2,CURRENT-1]}" "\${\${(Q)words[CURRENT]}#[\\"\\']}" 2>/dev/null)}")
  for line in "\${found[@]}"; do
    case $line in
      '') ;;
      :files) _files ;;
      :folders) _files -/ ;;
      *) words_found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}") ;;
    esac
  done
  # What fits is known already, and a name may stand for a word that begins otherwise: hence -U.
  (( \${#words_found} )) && _describe -V tactful words_found -U
}
if [[ \${funcstack[1]} == _tactful ]]; then
  _tactful "$@"
else
  compdef _tactful tactful
fi
`

const FISH = `# Completion of tactful in fish. To use it:
#   tactful completion fish > ~/.config/fish/completions/tactful.fish
function __tactful_words
    set -l typed (commandline -opc)
    set -l current (commandline -ct)
    for line in (command tactful completion words -- $typed[2..-1] "$current" 2>/dev/null)
        switch $line
            case ':files'
                __fish_complete_path "$current"
            case ':folders'
                __fish_complete_directories "$current"
            case '*'
                printf '%s\\n' $line
        end
    end
end
complete -c tactful -f -k -a '(__tactful_words)'
`

const SCRIPTS = { bash: BASH, zsh: ZSH, fish: FISH } as const
