# Completion of utpartners in fish.
function __utpartners_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    set -l program $words[1]
    set -e words[1]
    set -l found (env _UTPARTNERS_COMPLETE=fish $program $words "$typed" 2>/dev/null)
    if test $status -eq 3
        set -l option (string match -r -- '^--[^=]*=' "$typed")
        for path in (__fish_complete_path (string replace -r -- '^--[^=]*=' '' "$typed"))
            printf '%s\n' "$option$path"
        end
    else if set -q found[1]
        printf '%s\n' $found
    end
end
complete --command utpartners --no-files --arguments '(__utpartners_complete)'
