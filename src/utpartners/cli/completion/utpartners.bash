# Completion of utpartners in bash.
_utpartners() {
  local found line
  COMPREPLY=()
  found=$(_UTPARTNERS_COMPLETE=bash _UTPARTNERS_LINE="${COMP_LINE:0:COMP_POINT}" \
    _UTPARTNERS_BREAKS="$COMP_WORDBREAKS" "$1" 2>/dev/null)
  case $? in
    0)
      while IFS= read -r line; do
        [[ -n $line ]] && COMPREPLY+=("$line")
      done <<< "$found"
      ;;
    3) compopt -o default ;; # bash completes the names of files
  esac
  return 0
}
complete -F _utpartners utpartners
