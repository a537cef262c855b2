# timeline_room(NAME [USES target...])
# One room of src/: a static library timeline_NAME made of every .cpp in src/NAME. USES names what its
# own code needs; the order of rooms (see src/CMakeLists.txt) is checked by tests/layering_test.cmake.
add_library(timeline_options INTERFACE)
target_compile_options(timeline_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<CXX_COMPILER_ID:Clang>:-Wno-sign-conversion>  # g++ does not count it into -Wconversion, clang does
  $<$<BOOL:${TIMELINE_WERROR}>:-Werror>)
if(TIMELINE_FUZZERS)
  target_compile_options(timeline_options INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(timeline_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
target_include_directories(timeline_options INTERFACE ${PROJECT_SOURCE_DIR}/src ${PROJECT_BINARY_DIR}/generated)

function(timeline_room name)
  cmake_parse_arguments(room "" "" "USES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  if(sources)
    add_library(timeline_${name} STATIC ${sources})
    target_link_libraries(timeline_${name} PUBLIC timeline_options ${room_USES})
  else()
    add_library(timeline_${name} INTERFACE)
    target_link_libraries(timeline_${name} INTERFACE timeline_options ${room_USES})
  endif()
endfunction()
