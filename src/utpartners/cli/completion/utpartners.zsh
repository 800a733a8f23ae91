#compdef utpartners
# Completion of utpartners in zsh.
_utpartners() {
  local found line
  local -a values shown
  found=$(_UTPARTNERS_COMPLETE=zsh "${(Q)words[1]}" "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)
  case $? in
    (0) ;;
    (3)
      [[ $PREFIX == --*=* ]] && compset -P '*='
      _files
      return
      ;;
    (*) return 1 ;;
  esac
  [[ -n $found ]] || return 1
  for line in "${(@f)found}"; do
    values+=("${line%%$'\t'*}")
    shown+=("${line/$'\t'/  -- }")
  done
  # -U: what is typed may differ in case or accents. zsh itself quotes what it inserts.
  compadd -U -l -d shown -a values
}
if [[ "${funcstack[1]}" == _utpartners ]]; then
  _utpartners "$@"
else
  compdef _utpartners utpartners
fi
